/// ONNX files: read and queried, written as a stream, inner values made outputs. Only here is protobuf known.
@NullMarked
package org.hrscope.onnx;

import org.jspecify.annotations.NullMarked;
