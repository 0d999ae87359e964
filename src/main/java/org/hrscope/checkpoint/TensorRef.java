package org.hrscope.checkpoint;

import java.util.List;

/// A tensor as rebuilt by the pickle: a view of a storage, not yet validated.
///
/// @param offset,strides in values
record TensorRef(StorageRef storage, long offset, List<Long> sizes, List<Long> strides) {}
