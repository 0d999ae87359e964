package org.hrscope.checkpoint;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hrscope.checkpoint.Known.Plain;

/// Executes one pickle (opcodes as in Python's `pickletools`, protocols 0 to 5) with our own builders instead of
/// Python's runtime: nothing is imported or called, and no container is traversed, so that cycles and depth are
/// harmless. Lists, tuples and sets all become lists.
final class PickleMachine {
    private static final int LONGEST_NUMBER = 40;

    private final ByteCursor in;
    private final PickleBudget budget;
    private final TensorBuilder builder;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private final Map<String, Dtype> types = new HashMap<>();

    PickleMachine(ByteCursor in, PickleBudget budget) {
        this.in = in;
        this.budget = budget;
        this.builder = new TensorBuilder(budget);
    }

    /// Runs up to STOP; the cursor is then just after it.
    Object run() {
        long at = in.position();
        try {
            while (true) {
                at = in.position();
                budget.spend();
                int opcode = in.u8();
                if (opcode == '.') return pop();
                step(opcode);
            }
        } catch (ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | IllegalArgumentException nonsense) {
            throw new BrokenCheckpoint("checkpoint.nonsense", at);
        }
    }

    /// Dtype of every storage mentioned, by key.
    Map<String, Dtype> storageTypes() {
        return types;
    }

    private void step(int opcode) {
        switch (opcode) {
            case 0x80 -> in.u8(); // PROTO
            case 0x95 -> in.i64(); // FRAME
            case '(' -> marks.add(stack.size());
            case '0' -> pop();
            case '1' -> popMark();
            case '2' -> push(stack.getLast());
            case 'N' -> push(Plain.NONE);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'I', 'L' -> push(number(in.line()));
            case 'J' -> push((long) in.i32());
            case 'K' -> push((long) in.u8());
            case 'M' -> push((long) in.u16());
            case 0x8a -> push(number(in.u8()));
            case 0x8b -> push(number(in.u32()));
            case 'F' -> push(Double.valueOf(in.line()));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.i64())));
            case 'S', 'V' -> push(in.line());
            case 'X' -> push(in.text(in.u32(), StandardCharsets.UTF_8));
            case 0x8c -> push(in.text(in.u8(), StandardCharsets.UTF_8));
            case 0x8d -> push(in.text(in.i64(), StandardCharsets.UTF_8));
            case 'T' -> push(in.text(in.u32(), StandardCharsets.ISO_8859_1));
            case 'U' -> push(in.text(in.u8(), StandardCharsets.ISO_8859_1));
            case 'B' -> opaque(in.u32());
            case 'C' -> opaque(in.u8());
            case 0x8e, 0x96 -> opaque(in.i64());
            case ']', 0x8f, ')' -> push(new ArrayList<>());
            case 'l', 't', 0x91 -> push(popMark());
            case 0x85 -> push(popLast(1));
            case 0x86 -> push(popLast(2));
            case 0x87 -> push(popLast(3));
            case 'a' -> extend(popLast(1));
            case 'e', 0x90 -> extend(popMark());
            case '}' -> push(new LinkedHashMap<>());
            case 'd' -> {
                List<Object> entries = popMark();
                push(new LinkedHashMap<>());
                putAll(entries);
            }
            case 's' -> putAll(popLast(2));
            case 'u' -> putAll(popMark());
            case 'c' -> push(Known.of(in.line(), in.line()));
            case 0x93 -> {
                List<Object> names = popLast(2);
                push(Known.of((String) names.get(0), (String) names.get(1)));
            }
            case 'R' -> {
                List<Object> call = popLast(2);
                push(builder.call(call.get(0), call.get(1)));
            }
            case 0x81 -> { // NEWOBJ
                List<Object> made = popLast(2);
                push(builder.make(made.get(0), made.get(1)));
            }
            case 0x92 -> { // NEWOBJ_EX: with keyword arguments
                List<Object> made = popLast(3);
                push(builder.make(made.get(0), made.get(1)));
            }
            case 'i' -> { // INST
                Known type = Known.of(in.line(), in.line());
                push(builder.call(type, popMark()));
            }
            case 'o' -> { // OBJ
                List<Object> made = popMark();
                push(builder.call(made.removeFirst(), made));
            }
            case 'b' -> { // BUILD
                Object state = pop();
                if (stack.getLast() instanceof Inert object) object.build(state);
            }
            case 'Q' -> {
                Object storage = TensorBuilder.storage((List<?>) pop());
                if (storage instanceof StorageRef ref) types.put(ref.key(), ref.dtype());
                push(storage);
            }
            case 'p' -> memo.put(Long.valueOf(in.line()), stack.getLast());
            case 'q' -> memo.put((long) in.u8(), stack.getLast());
            case 'r' -> memo.put(in.u32(), stack.getLast());
            case 0x94 -> memo.put((long) memo.size(), stack.getLast());
            case 'g' -> get(Long.parseLong(in.line()));
            case 'h' -> get(in.u8());
            case 'j' -> get(in.u32());
            default -> throw new ClassCastException("no instruction " + opcode);
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        // Never pop below the newest mark; Python's unpickler refuses that too.
        if (stack.size() == (marks.isEmpty() ? 0 : marks.getLast())) {
            throw new IndexOutOfBoundsException("nothing on the stack");
        }
        return stack.removeLast();
    }

    private List<Object> popMark() {
        return cut(marks.removeLast());
    }

    private List<Object> popLast(int count) {
        return cut(stack.size() - count);
    }

    private List<Object> cut(int from) {
        List<Object> tail = stack.subList(from, stack.size());
        List<Object> values = new ArrayList<>(tail);
        tail.clear();
        return values;
    }

    private void get(long index) {
        Object value = memo.get(index);
        if (value == null) throw new IndexOutOfBoundsException("nothing remembered as " + index);
        push(value);
    }

    private void opaque(long bytes) {
        in.skip(bytes);
        push(Plain.OPAQUE);
    }

    private void extend(List<Object> values) {
        if (stack.getLast() == Plain.OPAQUE || stack.getLast() instanceof Inert) return;
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) stack.getLast();
        list.addAll(values);
    }

    private void putAll(List<Object> entries) {
        if (stack.getLast() == Plain.OPAQUE) return;
        @SuppressWarnings("unchecked")
        Map<Object, Object> dict =
                stack.getLast() instanceof Inert object
                        ? object.entries()
                        : (Map<Object, Object>) stack.getLast();
        for (int i = 0; i < entries.size(); i += 2) {
            TensorBuilder.put(dict, entries.get(i), entries.get(i + 1));
        }
    }

    private static Object number(String line) {
        if (line.equals("01")) return true;
        if (line.equals("00")) return false;
        if (line.length() > LONGEST_NUMBER) throw new NumberFormatException("too long");
        return narrow(
                new BigInteger(line.endsWith("L") ? line.substring(0, line.length() - 1) : line));
    }

    private Object number(long bytes) {
        if (bytes > LONGEST_NUMBER) throw new NumberFormatException("too long");
        byte[] littleEndian = in.copy(bytes);
        if (bytes <= Long.BYTES) {
            long value = 0;
            for (int i = littleEndian.length - 1; i >= 0; i--)
                value = (value << 8) | (littleEndian[i] & 0xff);
            int unused = Long.SIZE - 8 * littleEndian.length;
            return bytes == 0 ? 0L : value << unused >> unused;
        }
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        return narrow(new BigInteger(bigEndian));
    }

    private static Object narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
