package org.hrscope.convert;

import java.nio.file.Path;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Skeleton;
import org.hrscope.hrnet.HrNet;

/// The result of an import: the ONNX file and what is in it.
///
/// @param place key of this network in a checkpoint of several, such as `model.ema`; otherwise empty
public record ImportedModel(
        Path file, HrNet net, Skeleton skeleton, Decoder decoder, String place) {}
