package org.hrscope.checkpoint;

import java.util.Set;

/// What a pickle's names may mean here. None of them is a class that gets loaded or code that gets called: each only
/// says what [PickleMachine] builds.
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

    /// Values that need no content.
    enum Plain {
        NONE,
        OPAQUE
    }

    Set<String> DICTS = Set.of("collections.OrderedDict", "builtins.dict", "__builtin__.dict");

    Set<String> LISTS =
            Set.of(
                    "torch.Size",
                    "builtins.list",
                    "builtins.tuple",
                    "builtins.set",
                    "builtins.frozenset",
                    "__builtin__.list",
                    "__builtin__.tuple",
                    "__builtin__.set",
                    "__builtin__.frozenset");

    /// Plain values beside the weights: devices, and the arrays of numbers in MMPose's `dataset_meta`.
    Set<String> OPAQUES =
            Set.of(
                    "torch.device",
                    "_codecs.encode",
                    "numpy.dtype",
                    "numpy.ndarray",
                    "numpy.core.multiarray._reconstruct",
                    "numpy.core.multiarray.scalar",
                    "numpy._core.multiarray._reconstruct",
                    "numpy._core.multiarray.scalar");

    /// @throws BrokenCheckpoint for every name that is not listed here
    static Known of(String module, String name) {
        String full = module + "." + name;
        if (module.equals("torch") || module.equals("torch.storage")) {
            var storage = Dtype.ofStorage(name);
            if (storage.isPresent()) return new StorageType(storage.get());
            var type = Dtype.ofTorchName(name);
            if (type.isPresent()) return new NumberType(type.get());
        }
        if (DICTS.contains(full)) return Call.DICT;
        if (LISTS.contains(full)) return Call.LIST;
        if (OPAQUES.contains(full)) return Call.OPAQUE;
        return switch (full) {
            case "torch.storage.UntypedStorage", "torch.UntypedStorage" ->
                    new StorageType(Dtype.UINT8);
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> Call.TENSOR;
            case "torch._utils._rebuild_tensor_v3" -> Call.TYPED_TENSOR;
            case "torch._utils._rebuild_parameter",
                    "torch._utils._rebuild_parameter_with_state",
                    "torch.nn.parameter.Parameter" ->
                    Call.PARAMETER;
            case "torch._tensor._rebuild_from_type_v2" -> Call.SUBCLASS;
            case "torch.Tensor" -> Call.OPAQUE;
            case "collections.defaultdict" -> Call.DEFAULT_DICT;
            default -> throw new BrokenCheckpoint("checkpoint.global", full);
        };
    }
}
