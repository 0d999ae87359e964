package org.hrscope.checkpoint;

/// A storage as the pickle names it, before its bytes are found.
///
/// @param elements how many values the whole storage holds
/// @param first    where the part meant begins, in values; not 0 only for views in old files
/// @param count    how many values that part holds
record StorageRef(String key, Dtype dtype, long elements, long first, long count) {

    /// The same bytes seen as another type.
    StorageRef as(Dtype other) {
        return new StorageRef(
                key,
                other,
                elements * dtype.bytes() / other.bytes(),
                first * dtype.bytes() / other.bytes(),
                count * dtype.bytes() / other.bytes());
    }
}
