package org.hrscope.ui.opening;

import java.nio.file.Path;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.inference.ModelOpener;
import org.hrscope.tuning.NetworkTuning;
import org.jspecify.annotations.Nullable;

/// Where networks come from.
///
/// @param imported where imported networks are kept
/// @param tuning   finds how to run them; null to leave that be
public record Networks(
        ModelOpener models,
        CheckpointImport importer,
        Path imported,
        @Nullable NetworkTuning tuning) {}
