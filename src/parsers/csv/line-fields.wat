;; Where the lines and fields of CSV are, sixteen bytes at a time. `npm run kernels` writes what line-fields.ts loads.
(module
  (memory (import "csv" "memory") 1)

  ;; Looks at whole lines, from $at up to $to, behind which there are sixteen bytes more; at no more than $most of them.
  ;; Writes $size bytes a line to $out: how many fields it has, where it begins and ends, where the next begins, and of
  ;; each field that is wanted, as far as there are any, where it begins and ends, the last with a bit below it that says
  ;; whether any of its bytes is beyond ASCII. $wanted has a bit for each column, from the lowest. Returns the lines.
  (func (export "find")
    (param $at i32) (param $to i32) (param $separator i32) (param $wanted i64)
    (param $out i32) (param $size i32) (param $most i32)
    (result i32)
    (local $lines i32) (local $line i32) (local $field i32) (local $column i32) (local $slot i32)
    (local $left i32) (local $place i32) (local $bit i32) (local $end i32)
    (local $separators v128) (local $bytes v128) (local $areSeparators v128)
    ;; A bit for each of the sixteen bytes: that are separators, that end a field or a line, that are beyond ASCII and
    ;; of the field in hand; and whether that field had any before.
    (local $separatorBits i32) (local $bits i32) (local $wide i32) (local $wasWide i32)
    (local.set $line (local.get $at))
    (local.set $field (local.get $at))
    (local.set $slot (i32.add (local.get $out) (i32.const 16)))
    (local.set $separators (i8x16.splat (local.get $separator)))
    (block $done
      (loop $sixteen
        (local.set $left (i32.sub (local.get $to) (local.get $at)))
        (br_if $done (i32.le_s (local.get $left) (i32.const 0)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $wide (i8x16.bitmask (local.get $bytes)))
        (local.set $areSeparators (i8x16.eq (local.get $bytes) (local.get $separators)))
        (local.set $separatorBits (i8x16.bitmask (local.get $areSeparators)))
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
            ;; A return with a newline behind it ends nothing: the newline does.
            (br_if $each (i32.eq (i32.load16_u (local.get $place)) (i32.const 0x0a0d)))
            (local.set $end (local.get $place))
            (if (i32.and
                  (i32.eq (i32.load8_u (local.get $place)) (i32.const 10))
                  (i32.gt_s (local.get $place) (local.get $line)))
              (then
                (local.set $end
                  (i32.sub (local.get $place)
                    (i32.eq (i32.load8_u (i32.sub (local.get $place) (i32.const 1))) (i32.const 13))))))
            (if (i32.and
                  (i32.wrap_i64 (i64.shr_u (local.get $wanted) (i64.extend_i32_u (local.get $column))))
                  (i32.lt_u (local.get $column) (i32.const 64)))
              (then
                (i32.store (local.get $slot) (local.get $field))
                (i32.store offset=4 (local.get $slot)
                  (i32.or
                    (i32.shl (local.get $end) (i32.const 1))
                    (i32.or (local.get $wasWide)
                      (i32.ne (i32.const 0)
                        (i32.and (local.get $wide)
                          (i32.sub (i32.shl (i32.const 1) (local.get $bit)) (i32.const 1)))))))
                (local.set $slot (i32.add (local.get $slot) (i32.const 8)))))
            (local.set $column (i32.add (local.get $column) (i32.const 1)))
            (local.set $field (i32.add (local.get $place) (i32.const 1)))
            (local.set $wide (i32.and (local.get $wide) (i32.shl (i32.const -2) (local.get $bit))))
            (local.set $wasWide (i32.const 0))
            (br_if $each (i32.and (i32.shr_u (local.get $separatorBits) (local.get $bit)) (i32.const 1)))
            ;; The line is complete.
            (i32.store (local.get $out) (local.get $column))
            (i32.store offset=4 (local.get $out) (local.get $line))
            (i32.store offset=8 (local.get $out) (local.get $end))
            (i32.store offset=12 (local.get $out) (local.get $field))
            (local.set $line (local.get $field))
            (local.set $column (i32.const 0))
            (local.set $out (i32.add (local.get $out) (local.get $size)))
            (local.set $slot (i32.add (local.get $out) (i32.const 16)))
            (local.set $lines (i32.add (local.get $lines) (i32.const 1)))
            (br_if $done (i32.eq (local.get $lines) (local.get $most)))
            (br $each)))
        (local.set $wasWide (i32.or (local.get $wasWide) (i32.ne (local.get $wide) (i32.const 0))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (local.get $lines)))
