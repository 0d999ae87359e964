package org.hrscope.checkpoint;

/// A storage as named in the pickle, before its bytes are located.
///
/// @param elements values in the whole storage
/// @param first    first value of the view; non-zero only for views in old files
/// @param count    values in the view
record StorageRef(String key, Dtype dtype, long elements, long first, long count) {

    /// The same bytes reinterpreted.
    StorageRef as(Dtype other) {
        return new StorageRef(
                key,
                other,
                elements * dtype.bytes() / other.bytes(),
                first * dtype.bytes() / other.bytes(),
                count * dtype.bytes() / other.bytes());
    }
}
