package org.hrscope.ui.opening;

import java.nio.file.Path;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.inference.ModelOpener;

/// Where networks come from.
///
/// @param imported where imported networks are kept
public record Networks(ModelOpener models, CheckpointImport importer, Path imported) {}
