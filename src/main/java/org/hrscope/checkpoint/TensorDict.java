package org.hrscope.checkpoint;

import java.util.Map;

/// Tensors that lie in one dict of a file, under the names they have there.
///
/// @param place the keys that lead to it, with dots; empty for the file's outermost dict
record TensorDict(String place, Map<String, TensorRef> tensors) {}
