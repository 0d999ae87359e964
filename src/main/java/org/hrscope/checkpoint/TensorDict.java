package org.hrscope.checkpoint;

import java.util.Map;

/// The tensors in one dict of the file, under their names there.
///
/// @param place dotted key path of the dict; empty for the outermost one
record TensorDict(String place, Map<String, TensorRef> tensors) {}
