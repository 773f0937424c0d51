# What zsh offers for a line: zsh zsh-offers.zsh COMPLETION LINE FILE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; autoload -U compinit; compinit -D -u; source $1
compadd() { local -a hits; builtin compadd -O hits \"\$@\"; print -rl -- \$hits >> $3; builtin compadd \"\$@\" }"
sleep 1
zpty -w -n shell "$2"$'\t'
sleep 2
zpty -d shell
