package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.player.LiveViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks that are opened, one after the other and side by side; the jobs run when the test says so.
class OpenerTest {
    @TempDir Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Jobs jobs = new Jobs(waiting::add, Runnable::run);
    private final List<String> troubles = new ArrayList<>();
    private int asked;
    private final List<ImportProof> proofs = new ArrayList<>();
    private final BlockingQueue<SourceSpec> opened = new LinkedBlockingQueue<>();
    private final Thread fx = Thread.currentThread();
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private LiveViewModel live;
    private Opener opener;

    @BeforeEach
    void start() {
        live =
                new LiveViewModel(
                        EngineSettings.standard(),
                        this::onFx,
                        new Silent(),
                        listener ->
                                new PoseEngine(
                                        spec -> {
                                            opened.add(spec);
                                            return new DemoSource();
                                        },
                                        EngineSettings.standard(),
                                        listener));
        opener =
                new Opener(
                        jobs,
                        live,
                        new Networks(
                                new ModelOpener(ModelProfile.EMPTY),
                                new CheckpointImport(),
                                folder.resolve("models"),
                                null),
                        new Told(),
                        new CameraModes(null),
                        List.of());
    }

    /// As on the FX thread: what the engine reports waits for [#until].
    private void onFx(Runnable report) {
        if (Thread.currentThread() == fx) report.run();
        else reports.add(report);
    }

    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertThat(report).as("the engine reports").isNotNull();
            report.run();
        }
    }

    private final class Told implements Opener.Told {
        @Override
        public void problem(Problem problem) {
            troubles.add(problem.key());
        }

        @Override
        public void asked() {
            asked++;
        }

        @Override
        public void importing(Path checkpoint) {}

        @Override
        public void proven(ImportProof proof) {
            proofs.add(proof);
        }
    }

    @AfterEach
    void end() {
        live.close();
    }

    private void runAll() {
        while (!waiting.isEmpty()) waiting.poll().run();
    }

    /// An HRNet of width 4 with random weights.
    private Path checkpoint(String under, int seed) throws IOException {
        HrNetSpec.Stage once = new HrNetSpec.Stage(1, 1);
        HrNetSpec spec =
                new HrNetSpec(HrNetSpec.Version.V1, 4, 17, 1, 1, List.of(once, once, once));
        Map<String, Shape> shapes = HrNet.of(spec, 64, 64).stateDict();
        Path file = Files.createDirectories(folder.resolve(under)).resolve("model_best.pth");
        return TorchFile.random(shapes, seed).writeZip(file);
    }

    private Path ownNetwork() throws IOException {
        return Files.copy(
                Path.of("models/hrnet_w16_coco17_256x192.onnx"), folder.resolve("own.onnx"));
    }

    /// What was told before is past then; the bundled network in place of a missing one is not asked for.
    @Test
    void whatIsToBeOpenedIsToldBeforeIt() {
        opener.open(folder.resolve("none.png").toString());
        assertThat(asked).isEqualTo(1);
        opener.open(new SourceSpec.Demo());
        assertThat(asked).isEqualTo(2);
        opener.useModel(folder.resolve("none.onnx"));
        assertThat(asked).isEqualTo(3);
        assertThat(troubles).isEmpty();
        runAll();
        assertThat(troubles).contains("file.missing");
        assertThat(asked).as("nothing else was").isEqualTo(3);
        assertThat(live.modelProperty().get()).as("the bundled one").isNotNull();
    }

    private File image(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        return file.toFile();
    }

    private void drop(File... files) {
        new Dropped(List.of(files)).openWith(opener);
        while (!waiting.isEmpty()) waiting.removeFirst().run();
    }

    @Test
    void imagesDroppedAtOncePlayInTheOrderOfTheirNames() throws Exception {
        File ten = image("10.png");
        File nine = image("9.png");
        drop(ten, nine);
        until(() -> live.sourceProperty().get() instanceof SourceSpec.Pictures);
        assertThat(live.sourceProperty().get())
                .isEqualTo(new SourceSpec.Pictures(folder, List.of(nine.toPath(), ten.toPath())));
        assertThat(troubles).isEmpty();
    }

    @Test
    void ofSeveralThatAreNoOneSourceNoneIsOpenedSilently() throws Exception {
        drop(image("a.png"), image("elsewhere/b.png"));
        assertThat(troubles).containsExactly("source.several");
        drop(new File("a.onnx"), new File("b.pth"));
        assertThat(troubles).containsExactly("source.several", "source.several");
    }

    @Test
    void aNetworkAndAnImageAreBothOpened() throws Exception {
        drop(new File("missing.onnx"), image("a.png"));
        until(() -> live.sourceProperty().get() instanceof SourceSpec.Picture);
        assertThat(troubles).containsExactly("file.missing");
    }

    @Test
    void theNetworkChosenLastIsUsedThoughTheOneBeforeOpensLater() throws IOException {
        Path own = ownNetwork();
        opener.useModel(own);
        Runnable slow = waiting.poll();
        opener.useModel(null);
        runAll();
        assertThat(live.modelProperty().get()).isNotNull();
        slow.run();
        assertThat(opener.model()).isNull();
        assertThat(live.modelFileProperty().get().path()).isNull();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aFinderThatIsNoneIsToldAndTheOneBeforeStays() throws IOException {
        Path own = folder.resolve("finder.onnx");
        Files.copy(Path.of("models/person_finder_320.onnx"), own);
        opener.finder().use(own);
        runAll();
        assertThat(opener.finder().fileProperty().get()).isEqualTo(own);
        opener.finder().use(Path.of("models/hrnet_w16_coco17_256x192.onnx"));
        opener.finder().use(Files.writeString(folder.resolve("text.onnx"), "no network"));
        opener.finder().use(folder.resolve("gone.onnx"));
        runAll();
        assertThat(opener.finder().fileProperty().get()).isEqualTo(own);
        assertThat(troubles).containsExactly("finder.missing");
        opener.finder().use(Path.of("models/hrnet_w16_coco17_256x192.onnx"));
        runAll();
        assertThat(troubles.getLast()).isEqualTo("finder.notOne");
        opener.finder().use(null);
        runAll();
        assertThat(opener.finder().fileProperty().get()).isNull();
    }

    /// The first start looks for a camera; whoever chooses something meanwhile does not want it.
    @Test
    void whatIsChosenWhileCamerasAreLookedForIsNotReplacedByOne() throws Exception {
        opener.openCamera(() -> List.of(new CameraInfo(0, "Camera 0")));
        opener.open(new SourceSpec.Demo());
        runAll();
        assertThat(opened.poll(10, TimeUnit.SECONDS)).isInstanceOf(SourceSpec.Demo.class);
        opener.openCamera(() -> List.of(new CameraInfo(0, "Camera 0")));
        runAll();
        assertThat(opened.poll(10, TimeUnit.SECONDS)).isInstanceOf(SourceSpec.Camera.class);
    }

    @Test
    void anOlderChoiceThatIsStillReadDoesNotReplaceANewerOne() throws Exception {
        opener.open(folder.toString());
        opener.open(new SourceSpec.Demo());
        runAll();
        assertThat(opened.poll(10, TimeUnit.SECONDS)).isInstanceOf(SourceSpec.Demo.class);
        assertThat(opened).isEmpty();
        assertThat(opener.recent()).isEmpty();
    }

    /// What cannot be opened does not belong among what may be opened again.
    @Test
    void onlyWhatOpenedIsRecent() throws Exception {
        SourceSpec first = new SourceSpec.Folder(folder);
        SourceSpec second = new SourceSpec.Picture(folder.resolve("second.png"));
        for (SourceSpec spec : List.of(first, second)) {
            opener.open(spec);
            until(() -> spec.equals(live.sourceProperty().get()));
        }
        assertThat(opener.recent()).containsExactly(second.text(), first.text());
        opener.open(second.text());
        runAll();
        assertThat(troubles).containsExactly("file.missing");
        assertThat(opener.recent()).containsExactly(first.text());
    }

    @Test
    void twoCheckpointsOfOneNameAreTwoNetworks() throws IOException {
        opener.open(checkpoint("monday", 1).toString());
        runAll();
        Path monday = live.modelFileProperty().get().path();
        byte[] written = Files.readAllBytes(monday);
        opener.open(checkpoint("tuesday", 2).toString());
        runAll();
        Path tuesday = live.modelFileProperty().get().path();
        assertThat(troubles).isEmpty();
        assertThat(proofs).hasSize(2);
        assertThat(tuesday).isNotEqualTo(monday);
        assertThat(monday).hasBinaryContent(written);
        assertThat(Files.readAllBytes(tuesday)).isNotEqualTo(written);
    }

    /// What a lesson borrows is not remembered, whether the person's own network is a file or the bundled one.
    @Test
    void whatIsLentForALessonIsTakenBack() throws IOException {
        Path own = ownNetwork();
        opener.useModel(own);
        runAll();
        opener.lendBundled();
        opener.lendBundled();
        runAll();
        assertThat(opener.model()).isNull();
        assertThat(opener.remembered()).isEqualTo(own);
        opener.takeBack();
        runAll();
        assertThat(opener.model()).isEqualTo(own);
        opener.lendSize(32);
        assertThat(opener.remembered()).isEqualTo(own);
        opener.takeBack();
        runAll();
        assertThat(opener.model()).as("left before it was made").isEqualTo(own);
        assertThat(opener.remembered()).isEqualTo(own);
        assertThat(troubles).isEmpty();
    }

    /// While a lesson borrows, and after it was left before the choice was read.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFailedChoiceKeepsTheNetworkFromBeforeTheLesson(boolean left) throws IOException {
        Path own = ownNetwork();
        opener.useModel(own);
        runAll();
        opener.lendBundled();
        runAll();
        opener.useModel(folder.resolve("gone.onnx"));
        if (!left) runAll();
        assertThat(opener.remembered()).isEqualTo(own);
        opener.takeBack();
        runAll();
        assertThat(troubles).containsExactly("file.missing");
        assertThat(opener.model()).isEqualTo(own);
        assertThat(opener.remembered()).isEqualTo(own);
    }

    @Test
    void aChoiceDuringALessonStays() throws IOException {
        Path own = ownNetwork();
        opener.useModel(null);
        runAll();
        opener.lendSize(32);
        opener.useModel(own);
        opener.takeBack();
        runAll();
        opener.takeBack();
        runAll();
        assertThat(opener.model()).isEqualTo(own);
        assertThat(opener.remembered()).isEqualTo(own);
        assertThat(troubles).isEmpty();
    }

    @Test
    void aNetworkThatDoesNotOpenLeavesTheOneBefore() {
        opener.useModel(null);
        runAll();
        opener.useModel(folder.resolve("gone.onnx"));
        runAll();
        assertThat(troubles).containsExactly("file.missing");
        assertThat(opener.model()).isNull();
        assertThat(live.modelProperty().get()).isNotNull();
    }

    /// As after `hrscope broken.pth`, where nothing else is opened.
    @Test
    void aCheckpointThatIsNoneLeavesTheWindowWithTheBundledNetwork() throws IOException {
        opener.open(Files.writeString(folder.resolve("broken.pth"), "no tensors").toString());
        runAll();
        assertThat(troubles).containsExactly("checkpoint.not-one");
        assertThat(live.modelProperty().get()).isNotNull();
    }

    /// As after `hrscope broken.pth`, where the last session used another network than the bundled one.
    @Test
    void aCheckpointThatIsNoneDoesNotCostTheNetworkOfTheLastSession() throws IOException {
        Path own = ownNetwork();
        opener.useModel(own);
        opener.open(Files.writeString(folder.resolve("broken.pth"), "no tensors").toString());
        runAll();
        assertThat(troubles).containsExactly("checkpoint.not-one");
        assertThat(opener.model()).isEqualTo(own);
        assertThat(opener.remembered()).isEqualTo(own);
    }

    /// It may take longer to stop reading that network than to see that the file is no checkpoint.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norDoesItWhereThatOneIsStillBeingRead(boolean bundled) throws IOException {
        Path own = bundled ? null : ownNetwork();
        opener.useModel(own);
        Runnable slow = waiting.remove();
        opener.open(Files.writeString(folder.resolve("broken.pth"), "no tensors").toString());
        waiting.remove().run();
        slow.run();
        runAll();
        assertThat(live.modelProperty().get()).isNotNull();
        assertThat(opener.remembered()).isEqualTo(own);
    }

    @Test
    void anImportThatIsStoppedDoesNotCostItEither() throws IOException {
        Path own = ownNetwork();
        opener.useModel(own);
        opener.open(checkpoint("stopped", 1).toString());
        jobs.running().getLast().cancel();
        runAll();
        assertThat(opener.model()).isEqualTo(own);
        assertThat(troubles).isEmpty();
    }

    /// Neither opens: both are told once, and the bundled one is used.
    @Test
    void whereTheNetworkOfTheLastSessionIsGoneTooTheBundledOneIsUsed() throws IOException {
        opener.useModel(folder.resolve("gone.onnx"));
        opener.open(Files.writeString(folder.resolve("broken.pth"), "no tensors").toString());
        runAll();
        assertThat(troubles).containsExactly("checkpoint.not-one", "file.missing");
        assertThat(opener.model()).isNull();
        assertThat(live.modelProperty().get()).isNotNull();
    }

    @Test
    void aNetworkOfTheLastSessionThatIsStoppedIsNotOpenedAgain() throws IOException {
        opener.useModel(ownNetwork());
        jobs.running().getFirst().cancel();
        runAll();
        assertThat(opener.model()).isNull();
        assertThat(live.modelProperty().get()).isNotNull();
    }

    /// What is told while a job runs is not about what the job was asked for.
    @Test
    void theEndOfAJobAsksForNothing() throws IOException {
        opener.open(checkpoint("asked", 1).toString());
        opener.grow(null, 32);
        runAll();
        assertThat(asked).isEqualTo(1);
        assertThat(live.modelFileProperty().get().path()).isNotNull();
        opener.open(checkpoint("again", 2).toString());
        runAll();
        assertThat(asked).isEqualTo(2);
        assertThat(troubles).isEmpty();
    }

    @Test
    void anImportThatIsStoppedDoesSoToo() throws IOException {
        opener.open(checkpoint("stopped", 1).toString());
        jobs.running().getFirst().cancel();
        runAll();
        assertThat(live.modelProperty().get()).isNotNull();
        assertThat(troubles).isEmpty();
    }

    @Test
    void anImportThatAnotherChoiceReplacesDoesNotReplaceThatOne() throws IOException {
        opener.open(checkpoint("replaced", 1).toString());
        Path own = ownNetwork();
        opener.useModel(own);
        runAll();
        assertThat(opener.model()).isEqualTo(own);
    }

    @Test
    void aNameThatNoFileCanHaveIsNoFile() {
        opener.open("a\0b.onnx");
        opener.open("a\0b.pth");
        assertThat(troubles).containsExactly("file.missing", "file.missing");
    }

    @Test
    void aBoxIsDroppedForWhatWasThereBefore() {
        live.peopleProperty().set(PersonMode.WHOLE_PICTURE);
        live.draw(new BoundingBox(1, 2, 3, 4));
        live.draw(new BoundingBox(5, 6, 7, 8));
        assertThat(live.peopleProperty().get()).isEqualTo(PersonMode.DRAWN);
        live.dropBox();
        assertThat(live.peopleProperty().get()).isEqualTo(PersonMode.WHOLE_PICTURE);
        live.peopleProperty().set(PersonMode.EVERYONE);
        live.dropBox();
        assertThat(live.peopleProperty().get()).as("without a box").isEqualTo(PersonMode.EVERYONE);
    }
}
