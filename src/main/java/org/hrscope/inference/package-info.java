/// ONNX Runtime sessions, crop and normalise, decode, flip test, inner activations.
@NullMarked
package org.hrscope.inference;

import org.jspecify.annotations.NullMarked;
