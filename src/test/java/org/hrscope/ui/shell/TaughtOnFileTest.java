package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedTaught;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.json.Json;
import org.hrscope.teach.Click;
import org.hrscope.teach.ClickedPerson;
import org.hrscope.teach.Clicks;
import org.hrscope.teach.FeatureSet;
import org.hrscope.teach.Taught;
import org.hrscope.teach.TeachSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaughtOnFileTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final SharedNetwork BUNDLED = new SharedNetwork("bundled", null, null, null);

    @TempDir Path folder;

    private static Frame frame() {
        ByteBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
        new DemoFigure(1, WIDTH, HEIGHT).paint(100, pixels);
        return new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("demo", 100, 0), () -> {});
    }

    /// Through the text of a shared view, bit for bit.
    @ParameterizedTest
    @EnumSource
    void theSameNetworkIsMadeAgain(FeatureSet set) throws Exception {
        ModelFile bundled;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            bundled = model.file();
        }
        try (Frame frame = frame();
                TeachSession session = new TeachSession(bundled)) {
            ClickedPerson person =
                    session.show(
                            frame,
                            new ClickedPerson.Place("demo", 100, 1),
                            BoundingBox.wholePicture(WIDTH, HEIGHT),
                            Map.of("head_top", List.of(new Click(160.3, 50.2, true))));
            Clicks said = Clicks.NONE.with("head_top").with(person).tied("head_top", "left_ear");
            Taught taught = session.learn(said, set).orElseThrow();
            Json json = new Json(Json.Names.AS_WRITTEN);
            byte[] text = json.bytes(TaughtOnFile.of(taught));
            SharedTaught read =
                    json.read(new java.io.ByteArrayInputStream(text), SharedTaught.class, "view");
            Path again = TaughtOnFile.write(read, BUNDLED, null, folder);
            assertThat(again).hasSameBinaryContentAs(taught.file());
            assertThat(again.getFileName()).isEqualTo(taught.file().getFileName());
            try (PoseModel opened = new ModelOpener(ModelProfile.EMPTY).open(again)) {
                assertThat(opened.info().skeleton().limbs())
                        .contains(new org.hrscope.domain.Skeleton.Limb(3, 17));
            }
        }
    }

    @Test
    void jointsThatDoNotFitAreTold() {
        SharedTaught narrow =
                new SharedTaught(
                        false, List.of(new SharedTaught.Joint("chin", "nose", 0, List.of(0.5))));
        assertThatThrownBy(() -> TaughtOnFile.write(narrow, BUNDLED, null, folder))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("bundle.taught", Problem::key);
        assertThat(folder).isEmptyDirectory();
    }
}
