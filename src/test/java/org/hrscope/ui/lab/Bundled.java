package org.hrscope.ui.lab;

import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;

/// The network that comes with the program.
public final class Bundled {
    private Bundled() {}

    public static ModelFile file() {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            return model.file();
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }
}
