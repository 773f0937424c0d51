;; Where the fields and lines of CSV end, sixteen bytes at a time. `npm run kernels` writes what field-ends.ts loads.
(module
  (memory (import "csv" "memory") 1)

  ;; Looks at the bytes from $at up to $to, which have sixteen more behind them, and writes to $places what it finds, a
  ;; number each: where a separator stands, or the complement of where a line end does. Returns how many there are.
  (func (export "find")
    (param $at i32) (param $to i32) (param $separator i32) (param $places i32)
    (result i32)
    (local $first i32) (local $left i32) (local $place i32) (local $bit i32)
    (local $separators v128) (local $bytes v128) (local $areSeparators v128)
    (local $separatorBits i32) (local $bits i32)
    (local.set $first (local.get $places))
    (local.set $separators (i8x16.splat (local.get $separator)))
    (block $done
      (loop $sixteen
        (local.set $left (i32.sub (local.get $to) (local.get $at)))
        (br_if $done (i32.le_s (local.get $left) (i32.const 0)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $areSeparators (i8x16.eq (local.get $bytes) (local.get $separators)))
        (local.set $separatorBits (i8x16.bitmask (local.get $areSeparators)))
        ;; A bit for each byte that is a separator, a newline (10) or a return (13).
        (local.set $bits
          (i8x16.bitmask
            (v128.or (local.get $areSeparators)
              (v128.or
                (i8x16.eq (local.get $bytes) (v128.const i32x4 0x0a0a0a0a 0x0a0a0a0a 0x0a0a0a0a 0x0a0a0a0a))
                (i8x16.eq (local.get $bytes) (v128.const i32x4 0x0d0d0d0d 0x0d0d0d0d 0x0d0d0d0d 0x0d0d0d0d))))))
        (if (i32.lt_s (local.get $left) (i32.const 16))
          (then
            (local.set $bits
              (i32.and (local.get $bits)
                (i32.sub (i32.shl (i32.const 1) (local.get $left)) (i32.const 1))))))
        (block $none
          (loop $each
            (br_if $none (i32.eqz (local.get $bits)))
            (local.set $bit (i32.ctz (local.get $bits)))
            (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
            (local.set $place (i32.add (local.get $at) (local.get $bit)))
            ;; Turned over by xor with -1, unless it is a separator's.
            (i32.store (local.get $places)
              (i32.xor (local.get $place)
                (i32.sub
                  (i32.and (i32.shr_u (local.get $separatorBits) (local.get $bit)) (i32.const 1))
                  (i32.const 1))))
            ;; A return with a newline behind it is no end of its own: the next one is written in its place.
            (local.set $places
              (i32.add (local.get $places)
                (i32.shl
                  (i32.ne (i32.load16_u (local.get $place)) (i32.const 0x0a0d))
                  (i32.const 2))))
            (br $each)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (i32.shr_u (i32.sub (local.get $places) (local.get $first)) (i32.const 2))))
