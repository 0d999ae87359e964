package org.hrscope.ui.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hrscope.convert.GrownFiles;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseModel;
import org.hrscope.threads.Job;
import org.jspecify.annotations.Nullable;

/// Networks at the size of published ones; the first time that takes seconds. Never on the FX thread.
record PublishedSizes(Networks networks) {

    /// @param file  what it is made from, null for the bundled network
    /// @param width C of the published one
    /// @return where it lies
    Path of(@Nullable ModelFile file, int width, Job.Progress progress)
            throws Problem, IOException {
        return new GrownFiles(networks.imported())
                .at(file == null ? bundled() : file, sizes(width), progress);
    }

    /// The same, made from the bundled network where this one cannot be.
    Path nearest(@Nullable ModelFile file, int width, Job.Progress progress)
            throws Problem, IOException {
        Optional<HrNetSpec> own =
                file == null
                        ? Optional.empty()
                        : HrNetReader.read(file.graph(), file.info().inputShape())
                                .map(net -> net.spec());
        boolean fits = own.filter(spec -> spec.fitsInto(sizes(width))).isPresent();
        return of(fits ? file : null, width, progress);
    }

    private static HrNetSpec sizes(int width) {
        return HrNetSpec.published(Version.V1, width, 0);
    }

    private ModelFile bundled() throws Problem {
        try (PoseModel bundled = networks.models().bundled()) {
            return bundled.file();
        }
    }
}
