package org.hrscope.checkpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the globals in a pickle stand for. None of them is a class that gets loaded or code that gets called: each
/// only says what [PickleMachine] builds. A global that tensors do not need is [Foreign].
sealed interface Known {

    /// `torch.FloatStorage` and the like.
    record StorageType(Dtype dtype) implements Known {}

    /// `torch.float32` and the like.
    record NumberType(Dtype dtype) implements Known {}

    /// What calling the global yields.
    enum Call implements Known {
        /// (storage, offset, sizes, strides, ...)
        TENSOR,
        /// the same with the dtype as seventh argument
        TYPED_TENSOR,
        /// (tensor, ...)
        PARAMETER,
        /// (function, class, arguments, state)
        SUBCLASS,
        /// a dict, empty or from pairs
        DICT,
        /// (default factory), empty
        DEFAULT_DICT,
        /// a list, tuple or set, empty or from a list
        LIST,
        /// a value that nothing here reads
        OPAQUE
    }

    /// A class or function of the training program, known by name only.
    ///
    /// @param builds whether calling it would construct an object, rather than run a function
    record Foreign(String name, boolean builds) implements Known {}

    /// Values without content.
    enum Plain {
        NONE,
        OPAQUE
    }

    /// Every global that tensors need.
    Map<String, Known> NAMES = names();

    /// @throws BrokenCheckpoint for globals that could do harm
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
        // Plain values stored beside the weights: devices, and the arrays in MMPose's
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
