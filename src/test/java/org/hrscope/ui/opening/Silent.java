package org.hrscope.ui.opening;

import java.nio.file.Path;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Problem;
import org.hrscope.ui.player.LiveViewModel;

/// Hears everything and says nothing.
public final class Silent implements LiveViewModel.Events, Opener.Told {
    @Override
    public void importing(Path checkpoint) {}

    @Override
    public void proven(ImportProof proof) {}

    @Override
    public void problem(Problem problem) {}

    @Override
    public void refused(Problem problem) {}

    @Override
    public void lost(Problem cause) {}

    @Override
    public void recovered(SourceInfo info) {}
}
