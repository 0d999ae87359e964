/// Checkpoint and architecture -> ONNX file, and the proof that it computes the same.
@NullMarked
package org.hrscope.convert;

import org.jspecify.annotations.NullMarked;
