package org.hrscope.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.checkpoint.Known.Call;
import org.hrscope.checkpoint.Known.Foreign;
import org.hrscope.checkpoint.Known.NumberType;
import org.hrscope.checkpoint.Known.Plain;
import org.hrscope.checkpoint.Known.StorageType;

/// Builds what the calls in a pickle yield: containers and views of storages. Arguments of the wrong kind throw
/// `ClassCastException` or `IndexOutOfBoundsException`, which [PickleMachine] turns into an error sentence.
record TensorBuilder(PickleBudget budget) {
    /// Beyond any file, and small enough that sizes in bytes cannot overflow.
    private static final long MOST_VALUES = 1L << 50;

    private static final int MOST_AXES = 64;

    /// The result of an instruction that would call something in Python.
    ///
    /// @param given the arguments: a list, or an inert object
    /// @throws BrokenCheckpoint if it calls a function that weights never need
    Object call(Object callable, Object given) {
        if (callable instanceof Foreign foreign) {
            if (!foreign.builds()) throw new BrokenCheckpoint("checkpoint.global", foreign.name());
            return new Inert(foreign.name(), given);
        }
        if (callable instanceof Inert object) {
            throw new BrokenCheckpoint("checkpoint.global", object.name());
        }
        if (!(callable instanceof Call known)) {
            throw new ClassCastException("a call of " + callable.getClass());
        }
        return call(known, (List<?>) given);
    }

    /// The result of an instruction that creates an empty object of a class.
    Object make(Object type, Object given) {
        return type instanceof Foreign foreign
                ? new Inert(foreign.name(), given)
                : call(type, given);
    }

    private Object call(Call known, List<?> arguments) {
        return switch (known) {
            case TENSOR ->
                    arguments.get(0) instanceof Inert unreadable
                            ? unreadable
                            : tensor((StorageRef) arguments.get(0), arguments);
            case TYPED_TENSOR ->
                    arguments.get(6) instanceof NumberType(Dtype dtype)
                            ? tensor(((StorageRef) arguments.get(0)).as(dtype), arguments)
                            : new Inert("torch.Tensor", arguments);
            case PARAMETER -> arguments.get(0);
            case SUBCLASS -> {
                if (arguments.get(0) == Call.SUBCLASS) throw new ClassCastException("nested");
                yield call(arguments.get(0), arguments.get(2));
            }
            case DICT -> arguments.isEmpty() ? new LinkedHashMap<>() : dict(arguments.get(0));
            case DEFAULT_DICT -> new LinkedHashMap<>();
            case LIST -> arguments.isEmpty() ? new ArrayList<>() : arguments.get(0);
            case OPAQUE -> Plain.OPAQUE;
        };
    }

    /// ("storage", type, key, device, count[, view]): where a tensor's values are. An inert object if the dtype is
    /// one that weights never have.
    static Object storage(List<?> id) {
        if (!"storage".equals(id.get(0))) throw new ClassCastException("no storage");
        if (id.get(1) instanceof Foreign type) return new Inert(type.name(), id);
        Dtype dtype = ((StorageType) id.get(1)).dtype();
        String key = (String) id.get(2);
        long count = count(id.get(4));
        if (id.size() > 5 && id.get(5) instanceof List<?> view) {
            return new StorageRef(key, dtype, count, count(view.get(1)), count(view.get(2)));
        }
        return new StorageRef(key, dtype, count, 0, count);
    }

    static void put(Map<Object, Object> dict, Object key, Object value) {
        // Only these keys: hashing a container can take forever.
        if (key instanceof String || key instanceof Long) dict.put(key, value);
    }

    private Object dict(Object entries) {
        if (entries instanceof Map || entries instanceof Inert) return entries;
        Map<Object, Object> dict = new LinkedHashMap<>();
        for (Object pair : (List<?>) entries) {
            // The same list may be copied over and over, so copies count too.
            budget.spend();
            put(dict, ((List<?>) pair).get(0), ((List<?>) pair).get(1));
        }
        return dict;
    }

    private static TensorRef tensor(StorageRef storage, List<?> arguments) {
        return new TensorRef(
                storage, (Long) arguments.get(1), longs(arguments.get(2)), longs(arguments.get(3)));
    }

    private static List<Long> longs(Object list) {
        if (((List<?>) list).size() > MOST_AXES) throw new ClassCastException("too many axes");
        return ((List<?>) list).stream().map(Long.class::cast).toList();
    }

    private static long count(Object value) {
        long count = (Long) value;
        if (count < 0 || count > MOST_VALUES) throw new ClassCastException("a count of " + count);
        return count;
    }
}
