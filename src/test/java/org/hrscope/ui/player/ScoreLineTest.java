package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Scores of a clip of ten frames, on a line of 100 by 40 pixels: ten for each frame.
@ExtendWith(FxToolkit.class)
class ScoreLineTest {
    private static final Skeleton SKELETON = Skeleton.numbered(2);

    private final Selection selection = new Selection();
    private final JointsViewModel joints = new JointsViewModel(selection);
    private HeardLive heard;
    private ScoreLine line;
    private Stage window;

    @BeforeEach
    void show() {
        heard = HeardLive.open();
        FxToolkit.run(() -> {
            var colours =
                    new LayersViewModel()
                            .colours(joints.skeletonProperty(), selection.personProperty());
            line =
                    new ScoreLine(
                            heard.live(),
                            joints,
                            selection,
                            new SimpleObjectProperty<JointColours>(colours.getValue()));
            window = new Stage();
            window.setScene(new Scene(new StackPane(line), 100, 40));
            window.show();
            clip(10);
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> {
            window.hide();
            heard.close();
        });
    }

    private void clip(long frames) {
        heard.engine().opened(new SourceSpec.Demo(), new SourceInfo("clip", frames, 30, false));
    }

    /// Both joints' scores in the frame on stage; none where nobody is.
    private void scores(double... scores) {
        List<Keypoint> found = new ArrayList<>();
        for (double score : scores) found.add(new Keypoint(1, 1, score));
        FxToolkit.run(() -> joints.show(SKELETON, found));
    }

    /// Height of the bar in the middle of each frame's part of the line.
    private int[] bars() {
        FxToolkit.rendered();
        return FxToolkit.on(() -> {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            PixelReader pixels = line.snapshot(clear, null).getPixelReader();
            int[] bars = new int[10];
            for (int i = 0; i < 10; i++) {
                for (int y = 0; y < 40; y++) {
                    if (pixels.getArgb(10 * i + 5, y) >>> 24 > 60) bars[i]++;
                }
            }
            return bars;
        });
    }

    @Test
    void theMeanIsDrawnWhereNoJointIsSelectedAtTheFrameOnStage() {
        assertThat(bars()).containsOnly(0);
        scores(0.5, 1);
        assertThat(bars()).containsExactly(30, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        scores();
        assertThat(bars()).as("what was seen stays").startsWith(30, 0);
    }

    @Test
    void aSelectedJointBeginsALineOfItsOwn() {
        scores(0.5, 1);
        FxToolkit.run(() -> selection.jointProperty().set(0));
        assertThat(bars()).containsOnly(0);
        scores(0.5, 0.9);
        assertThat(bars()).startsWith(20, 0);
        FxToolkit.run(() -> selection.jointProperty().set(1));
        scores(0.5, 1.5);
        assertThat(bars()).as("no higher than the line").startsWith(40, 0);
        scores(0.5, -0.5);
        assertThat(bars()).startsWith(0, 0);
    }

    @Test
    void anotherSourceAndOneWithoutAnEndHaveNone() {
        scores(0.5, 0.5);
        assertThat(bars()).startsWith(20, 0);
        FxToolkit.run(() -> clip(10));
        assertThat(bars()).as("the same again").startsWith(20, 0);
        FxToolkit.run(() -> clip(20));
        assertThat(bars()).containsOnly(0);
        FxToolkit.run(() -> clip(0));
        scores(0.5, 0.5);
        assertThat(bars()).containsOnly(0);
    }
}
