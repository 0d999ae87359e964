package org.hrscope.convert;

import java.nio.file.Path;
import org.hrscope.hrnet.HrNet;
import org.hrscope.model.Decoder;
import org.hrscope.model.Skeleton;

/// What an import made.
///
/// @param file         the ONNX file
/// @param sourceSha256 of the checkpoint, in lower-case hex
public record ImportedModel(
        Path file, HrNet net, Skeleton skeleton, Decoder decoder, String sourceSha256) {}
