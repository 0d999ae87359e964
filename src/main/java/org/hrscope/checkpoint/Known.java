package org.hrscope.checkpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a pickle's names may mean here. None of them is a class that gets loaded or code that gets called: each only
/// says what [PickleMachine] builds. A name that tensors do not need is [Foreign].
sealed interface Known {

    /// `torch.FloatStorage` and its like.
    record StorageType(Dtype dtype) implements Known {}

    /// `torch.float32` and its like.
    record NumberType(Dtype dtype) implements Known {}

    /// What a call of the name gives.
    enum Call implements Known {
        /// (storage, offset, sizes, strides, ...)
        TENSOR,
        /// the same with the number type seventh
        TYPED_TENSOR,
        /// (tensor, ...)
        PARAMETER,
        /// (function, class, arguments, state)
        SUBCLASS,
        /// a dict, from nothing or from pairs
        DICT,
        /// (function that makes a missing value), no entries
        DEFAULT_DICT,
        /// a list, tuple or set, from nothing or from a list
        LIST,
        /// a value nobody here looks at
        OPAQUE
    }

    /// A class or function of somebody's training program, of which nothing is known but the name.
    ///
    /// @param builds whether a call of it would make an object, rather than run a function
    record Foreign(String name, boolean builds) implements Known {}

    /// Values that need no content.
    enum Plain {
        NONE,
        OPAQUE
    }

    /// Every name that tensors need.
    Map<String, Known> NAMES = names();

    /// @throws BrokenCheckpoint for names that can do harm
    static Known of(String module, String name) {
        Known known = NAMES.get(module + "." + name);
        return known == null ? ForeignNames.of(module, name) : known;
    }

    private static Map<String, Known> names() {
        Map<String, Known> names = new HashMap<>();
        for (Dtype type : Dtype.values()) {
            names.put("torch." + type.storageName(), new StorageType(type));
            names.put("torch.storage." + type.storageName(), new StorageType(type));
            names.put("torch." + type.torchName(), new NumberType(type));
        }
        names.put("torch.UntypedStorage", new StorageType(Dtype.UINT8));
        names.put("torch.storage.UntypedStorage", new StorageType(Dtype.UINT8));
        names.put("torch._utils._rebuild_tensor", Call.TENSOR);
        names.put("torch._utils._rebuild_tensor_v2", Call.TENSOR);
        names.put("torch._utils._rebuild_tensor_v3", Call.TYPED_TENSOR);
        names.put("torch._utils._rebuild_parameter", Call.PARAMETER);
        names.put("torch._utils._rebuild_parameter_with_state", Call.PARAMETER);
        names.put("torch.nn.parameter.Parameter", Call.PARAMETER);
        names.put("torch._tensor._rebuild_from_type_v2", Call.SUBCLASS);
        names.put("torch.Size", Call.LIST);
        names.put("collections.OrderedDict", Call.DICT);
        names.put("collections.defaultdict", Call.DEFAULT_DICT);
        for (String builtins : List.of("builtins.", "__builtin__.")) {
            names.put(builtins + "dict", Call.DICT);
            for (String list : List.of("list", "tuple", "set", "frozenset")) {
                names.put(builtins + list, Call.LIST);
            }
        }
        // Plain values beside the weights: devices, and the arrays of numbers in MMPose's
        // `dataset_meta`.
        for (String opaque :
                List.of(
                        "torch.Tensor",
                        "torch.device",
                        "_codecs.encode",
                        "numpy.dtype",
                        "numpy.ndarray",
                        "numpy.core.multiarray._reconstruct",
                        "numpy.core.multiarray.scalar",
                        "numpy._core.multiarray._reconstruct",
                        "numpy._core.multiarray.scalar")) {
            names.put(opaque, Call.OPAQUE);
        }
        return Map.copyOf(names);
    }
}
