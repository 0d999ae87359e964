package org.hrscope.checkpoint;

import java.util.List;

/// A tensor as the pickle rebuilds it: a window into a storage. Nothing in it has been checked.
///
/// @param offset,strides in values
record TensorRef(StorageRef storage, long offset, List<Long> sizes, List<Long> strides) {}
