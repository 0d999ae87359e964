package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.gesture.Gesture;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.puppet.Puppet;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The demo figure's joints on a grey image, with a puppet over them.
@ExtendWith(FxToolkit.class)
@Timeout(60)
class PuppetGuestTest {
    private static final Color FUR = Color.web("#EF8E44");

    private final List<Keypoint> joints = new DemoFigure(1, 1280, 720).truth(0);
    private final AnimationViewModel model =
            new AnimationViewModel(new Jobs(Runnable::run, Runnable::run));
    private final LayersViewModel layers = new LayersViewModel();
    private Notices notices;
    private Stage window;
    private StageView view;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            Shell shell =
                    new Shell(new Texts(), new Theme(), new Jobs(Runnable::run, Runnable::run));
            notices = shell.notices();
            layers.restore(List.of());
            Selection selection = new Selection();
            view =
                    new StageView(
                            layers,
                            new JointsViewModel(selection),
                            selection,
                            new JointNames(new Texts()));
            view.invite(new PuppetGuest(model, notices));
            window = new Stage();
            window.setScene(new Scene(view, 640, 360));
            window.show();
            model.puppetProperty().set(Puppet.FOX);
            PipelineResult result = Shown.at("a", 1, 1, Shown.person(1, joints));
            view.show(result);
            model.show(result);
        });
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> {
            view.clear();
            window.hide();
        });
    }

    private boolean fox() {
        return FxToolkit.on(() -> {
            WritableImage image = view.snapshot(null, null);
            PixelReader reader = image.getPixelReader();
            for (int y = 0; y < 360; y++) {
                for (int x = 0; x < 640; x++) if (near(reader.getColor(x, y))) return true;
            }
            return false;
        });
    }

    private static boolean near(Color colour) {
        return Math.abs(colour.getRed() - FUR.getRed()) < 0.02
                && Math.abs(colour.getGreen() - FUR.getGreen()) < 0.02
                && Math.abs(colour.getBlue() - FUR.getBlue()) < 0.02;
    }

    @Test
    void itIsOnTheStageWhereThatIsWantedAndInItsImages() {
        assertThat(fox()).isFalse();
        FxToolkit.run(() -> {
            model.overProperty().set(true);
            view.repaint();
        });
        assertThat(fox()).isTrue();
        var picture = FxToolkit.on(view::atSourceSize);
        // Between hip and knee of the left leg.
        Keypoint hip = joints.get(11);
        Keypoint knee = joints.get(13);
        int x = (int) ((hip.x() + knee.x()) / 2);
        int y = (int) ((hip.y() + knee.y()) / 2);
        ByteBuffer bgra = picture.bgra();
        int at = 4 * (y * picture.width() + x);
        assertThat(bgra.get(at + 2) & 0xFF).isBetween(0xE9, 0xF5);
        assertThat(bgra.get(at) & 0xFF).isBetween(0x3E, 0x4A);
    }

    /// Whatever is thrown while a guest draws is said once, and the stage goes on.
    @Test
    void aFailureIsANoticeAndNoMore() {
        FxToolkit.run(() -> {
            model.overProperty().set(true);
            Canvas canvas = new Canvas(100, 100);
            PuppetGuest guest = new PuppetGuest(model, notices);
            PipelineResult result = view.shown();
            for (int n = 0; n < 3; n++) guest.paint(canvas.getGraphicsContext2D(), null, result);
            assertThat(notices.isVisible()).isTrue();
            notices.hide();
            guest.paint(canvas.getGraphicsContext2D(), AffineTransform2D.IDENTITY, result);
            assertThat(notices.isVisible()).isFalse();
        });
        assertThat(fox()).isFalse();
        FxToolkit.run(view::repaint);
        assertThat(fox()).isTrue();
    }

    @Test
    void theRingStandsRoundTheWrist() {
        InteractionViewModel interaction =
                new InteractionViewModel(gesture -> {}, () -> false, () -> true);
        interaction.onProperty().set(true);
        List<Keypoint> up = new java.util.ArrayList<>(joints);
        up.set(8, new Keypoint(520, 260, 1));
        up.set(10, new Keypoint(500, 130, 1));
        FxToolkit.run(() -> {
            view.invite(new RingGuest(interaction, notices));
            for (int n = 0; n < 20; n++) {
                PipelineResult result = Shown.at("a", 2 + 0.04 * n, 1, Shown.person(1, up));
                interaction.show(result);
                view.show(result);
            }
        });
        assertThat(interaction.ringProperty().get().share()).isBetween(0.6, 0.9);
        Color right =
                FxToolkit.on(() -> view.snapshot(null, null).getPixelReader().getColor(274, 65));
        Color left =
                FxToolkit.on(() -> view.snapshot(null, null).getPixelReader().getColor(226, 60));
        // From the top clockwise: the right half is filled, the upper left not yet.
        assertThat(right.getRed() - right.getBlue()).isGreaterThan(0.4);
        assertThat(left.getRed() - left.getBlue()).isLessThan(0.2);
        assertThat(Gesture.RIGHT_HAND_UP.in(up)).isTrue();
    }
}
