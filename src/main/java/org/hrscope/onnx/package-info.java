/// ONNX files: reading, querying, streaming out, exposing inner values. The only package that knows protobuf.
@NullMarked
package org.hrscope.onnx;

import org.jspecify.annotations.NullMarked;
