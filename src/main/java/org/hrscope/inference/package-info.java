/// ONNX Runtime sessions, cropping and normalisation, decoding, flip test, inner values.
@NullMarked
package org.hrscope.inference;

import org.jspecify.annotations.NullMarked;
