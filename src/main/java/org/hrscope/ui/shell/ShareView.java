package org.hrscope.ui.shell;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrscope.bundle.Bundle;
import org.hrscope.bundle.BundleFile;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;
import org.hrscope.file.NamedInputs;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.shell.ViewOnFile.Draft;
import org.jspecify.annotations.Nullable;

/// "Share view…": writes what the window shows as one file. FX thread; files are read and written off it.
record ShareView(Shell shell, ViewOnFile view) {
    /// @param enclosing whether the image goes along; it always does where it could not be had again
    void ask(boolean enclosing) {
        new FileDialog(view.stage().getScene().getWindow(), shell.texts().get("share.view"))
                .kind("HRScope", "*" + BundleFile.ENDING)
                .save("view" + BundleFile.ENDING)
                .ifPresent(file -> write(file, enclosing));
    }

    void write(Path file, boolean enclosing) {
        Draft draft = view.draft(shell.texts().language().toLanguageTag());
        if (draft == null) {
            shell.notices().problem(new Problem("bundle.nothing"));
            return;
        }
        NodePicture frame =
                (enclosing || draft.image() == null) && !draft.still()
                        ? NodePicture.of(Objects.requireNonNull(view.stage().shown()).frame())
                        : null;
        shell.jobs()
                .run(
                        new Job.Name("share " + file, "job.share", String.valueOf(file)),
                        progress -> written(file, draft, frame, enclosing),
                        Jobs.Outcome.of(
                                done ->
                                        shell.notices()
                                                .news(shell.texts().of("snapshot.done", done)),
                                shell.notices()::problem));
    }

    /// @param frame null where the file itself is enclosed, or nothing
    private static Path written(
            Path file, Draft draft, @Nullable NodePicture frame, boolean enclosing) throws Problem {
        Path image = draft.image();
        List<Path> inputs =
                java.util.stream.Stream.of(image, draft.model())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        new NamedInputs(inputs).refuse(file);
        if (frame != null) {
            byte[] png = PngFile.bytes(frame.width(), frame.height(), frame.bgra());
            Bundle bundle = draft.finish("pictures/frame.png");
            BundleFile.write(file, bundle, out -> new ByteArrayInputStream(png).transferTo(out));
        } else if (enclosing && image != null) {
            Bundle bundle = draft.finish("pictures/image." + ending(image));
            BundleFile.write(file, bundle, out -> Files.copy(image, out));
        } else {
            BundleFile.write(file, draft.finish(null), null);
        }
        return file;
    }

    private static String ending(Path image) {
        String name = image.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.matches("[a-z0-9]{1,8}") ? ending : "png";
    }
}
