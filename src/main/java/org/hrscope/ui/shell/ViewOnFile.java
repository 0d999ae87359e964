package org.hrscope.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.bundle.Bundle;
import org.hrscope.bundle.FileIdentity;
import org.hrscope.bundle.SharedColours;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedPerson;
import org.hrscope.bundle.SharedPin;
import org.hrscope.bundle.SharedResults;
import org.hrscope.bundle.SharedSource;
import org.hrscope.bundle.SharedTaught;
import org.hrscope.bundle.SharedView;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.motion.AngleName;
import org.hrscope.people.Person;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.inspector.Colouring;
import org.hrscope.ui.inspector.InspectorViewModel;
import org.hrscope.ui.inspector.PinnedMap;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.jspecify.annotations.Nullable;

/// Puts the view of the window into words that fit a file. FX thread, except [Draft#finish].
///
/// @param teach joints that the network in use was taught
record ViewOnFile(
        ViewModels models, StageView stage, InspectorViewModel inspector, TeachDock teach) {

    /// A view whose files have not been read yet.
    ///
    /// @param image the file that the frame is or is part of; null for cameras, streams and the demo figure
    /// @param still whether the file is the frame itself
    /// @param model  null for a bundled network
    /// @param taught joints that its file lacks; null for none
    /// @param finder null for the bundled one
    record Draft(
            String language,
            SharedSource source,
            @Nullable Path image,
            boolean still,
            String network,
            @Nullable Path model,
            @Nullable SharedTaught taught,
            @Nullable Path finder,
            SharedResults results,
            SharedView view) {

        /// Reads the files to tell what they are; off the FX thread.
        ///
        /// @param picture entry of the enclosed image; null for none
        Bundle finish(@Nullable String picture) throws Problem {
            Path file = image;
            Path weights = model;
            return new Bundle(
                    Bundle.VERSION,
                    language,
                    new SharedSource(
                            source.text(),
                            source.name(),
                            file == null ? null : FileIdentity.of(file),
                            source.frame(),
                            source.nanos(),
                            picture),
                    identified(network, weights, taught),
                    finder == null
                            ? results
                            : results.foundBy(
                                    identified(String.valueOf(finder.getFileName()), finder, null)),
                    view);
        }

        private static SharedNetwork identified(
                String name, @Nullable Path file, @Nullable SharedTaught taught) throws Problem {
            return new SharedNetwork(
                    name,
                    file == null ? null : file.toAbsolutePath().toString(),
                    file == null ? null : FileIdentity.of(file),
                    taught);
        }
    }

    /// @return null where nothing is shown
    @Nullable Draft draft(String language) {
        PipelineResult shown = stage.shown();
        SourceSpec spec = models.live().sourceProperty().get();
        SharedTaught taught = teach.shared();
        ModelFile model =
                taught == null ? models.live().modelFileProperty().get() : teach.taughtNetwork();
        if (shown == null || spec == null || model == null) return null;
        Frame.Origin origin = shown.frame().origin();
        Path image = image(spec, origin.name());
        boolean clip = spec instanceof SourceSpec.Video;
        // An image of a folder is shared as itself: the folder may look different elsewhere.
        SharedSource source =
                new SharedSource(
                        image == null ? spec.text() : image.toString(),
                        origin.name(),
                        null,
                        image != null && !clip ? 0 : origin.index(),
                        image != null && !clip ? 0 : origin.positionNanos(),
                        null);
        return new Draft(
                language,
                source,
                image,
                image != null && !clip,
                model.info().name(),
                model.path(),
                taught,
                asksFinder() ? models.opener().finder().fileProperty().get() : null,
                results(shown),
                view());
    }

    private static @Nullable Path image(SourceSpec spec, String name) {
        try {
            return switch (spec) {
                case SourceSpec.Video(Path file) -> file.toAbsolutePath();
                case SourceSpec.Picture(Path file) -> file.toAbsolutePath();
                case SourceSpec.Folder(Path folder) -> folder.toAbsolutePath().resolve(name);
                case SourceSpec.Pictures(Path folder, var _) ->
                        folder.toAbsolutePath().resolve(name);
                case SourceSpec.Camera _, SourceSpec.Stream _, SourceSpec.Demo _ -> null;
            };
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private SharedResults results(PipelineResult shown) {
        LiveViewModel live = models.live();
        List<SharedPerson> found = new ArrayList<>();
        for (Person person : shown.people()) {
            boolean own = person.pose().equals(person.estimate().pose());
            found.add(
                    new SharedPerson(
                            person.identity(),
                            person.estimate().pose().box(),
                            own ? null : person.pose().keypoints()));
        }
        return new SharedResults(
                live.peopleProperty().get(),
                asksFinder() ? "bundled" : null,
                live.decoderProperty().get(),
                live.flipProperty().get(),
                live.smoothingProperty().get(),
                live.drawnProperty().getValue(),
                found,
                models.lab().cuts().gainsProperty().get().changed().stream()
                        .map(Gain::text)
                        .toList(),
                null);
    }

    private boolean asksFinder() {
        return models.live().peopleProperty().get() == PersonMode.EVERYONE;
    }

    private @Nullable SharedPin pin() {
        PinnedMap now = inspector.pinnedProperty().get();
        if (now == null) return null;
        return new SharedPin(
                now.model(),
                now.node(),
                now.channel(),
                now.frame().name(),
                now.frame().index(),
                now.frame().positionNanos(),
                now.person(),
                now.map().height(),
                now.map().width(),
                SharedPin.values(now.map()));
    }

    private SharedView view() {
        Selection selection = models.selection();
        LayersViewModel layers = models.look().layers();
        JointsViewModel joints = models.look().joints();
        Colouring colouring = inspector.colouringProperty().get();
        AngleName angle = layers.angleProperty().get();
        return new SharedView(
                selection.personProperty().get(),
                selection.jointProperty().get(),
                joints.soloProperty().get(),
                IntStream.range(0, joints.skeletonProperty().get().size())
                        .filter(joint -> !joints.on(joint))
                        .boxed()
                        .toList(),
                selection.nodeProperty().get(),
                selection.openedProperty().get(),
                selection.channelProperty().get(),
                inspector.overPictureProperty().get(),
                layers.names(),
                layers.heatmapOpacityProperty().get(),
                layers.huesProperty().get(),
                layers.byPersonProperty().get(),
                layers.mirrorProperty().get(),
                stage.pair().viewProperty().get().name(),
                stage.visiblePart(),
                new SharedColours(
                        colouring.colours().name(),
                        colouring.range().name(),
                        colouring.fixed(),
                        inspector.orderProperty().get().name()),
                angle == null ? null : angle.joints(),
                pin());
    }
}
