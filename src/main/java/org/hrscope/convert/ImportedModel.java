package org.hrscope.convert;

import java.nio.file.Path;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Skeleton;
import org.hrscope.hrnet.HrNet;

/// What an import made: the ONNX file, and what it holds.
///
/// @param place where in a checkpoint of several networks this one was, such as `model.ema`; else empty
public record ImportedModel(
        Path file, HrNet net, Skeleton skeleton, Decoder decoder, String place) {}
