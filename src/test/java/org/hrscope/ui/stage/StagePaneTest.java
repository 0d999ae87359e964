package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.motion.AngleName;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.Pointer;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What clicks and strokes on the stage do, as the image lies and mirrored: 640 x 480 on a stage of half that size, two
/// people with one joint each.
@ExtendWith(FxToolkit.class)
class StagePaneTest {
    private static final ModelInfo MODEL = ModelInfos.of(192, 256, 1);
    private static final FramePool POOL = new FramePool();

    private final Selection selection = new Selection();
    private final JointsViewModel joints = new JointsViewModel(selection);
    private final LayersViewModel layers = new LayersViewModel();
    private final List<BoundingBox> drawn = new ArrayList<>();
    private final StageTool box = new BoxTool(drawn::add);
    private final StageTools tools = new StageTools(new SelectTool(), box);
    private StageView stage;
    private Stage window;

    private final ObjectProperty<Skeleton> coco =
            new SimpleObjectProperty<>(Skeletons.byId("coco17").orElseThrow());

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            stage = new StageView(layers, joints, selection, new JointNames(texts));
            StagePane pane =
                    new StagePane(stage, layers, joints, new Controls(texts), texts, tools);
            window = new Stage();
            window.setScene(new Scene(pane, 320, 240));
            window.show();
            pane.layout();
            PipelineResult result = twoPeople();
            joints.show(MODEL.skeleton(), List.of());
            selection.show(result.people());
            stage.show(result.choosing(1));
        });
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> {
            stage.clear();
            window.hide();
        });
    }

    private AngleName angle(int from, int at, int to) {
        return AngleName.of(coco.get(), from, at, to);
    }

    private static PipelineResult twoPeople() {
        Frame frame = POOL.frame(640, 480, new Frame.Origin("grey", 0, 0), pixels -> {});
        return new PipelineResult(
                frame, MODEL, new People(List.of(person(1, 100), person(2, 400))), 1, 1, 0);
    }

    /// Their box is 120 x 200 and begins at `left`; the joint is 30, 50 from its corner.
    private static Person person(int identity, int left) {
        BoundingBox box = new BoundingBox(left, 100, 120 + identity, 200);
        Pose pose = new Pose(List.of(new Keypoint(left + 30, 150, 0.9)), box);
        Estimate estimate =
                new Estimate(
                        pose,
                        new Heatmaps(1, 64, 48, new float[64 * 48]),
                        CropGeometry.of(box, MODEL, Decoder.QUARTER),
                        new Estimate.Times(1, 1, 1));
        return new Person(identity, estimate, 0.9);
    }

    /// The button that unfolds the switches stands in the corner of a narrow stage, over the labels.
    @Test
    void theCropsSizeIsNotWrittenUnderTheButtonInTheCorner() {
        FxToolkit.run(() -> {
            layers.restore(List.of("CROP"));
            People alone = new People(List.of(person(1, 100)));
            selection.show(alone);
            Frame frame = POOL.frame(640, 480, new Frame.Origin("grey", 1, 0), pixels -> {});
            stage.show(new PipelineResult(frame, MODEL, alone, 1, 1, 0).choosing(1));
        });
        Node button = window.getScene().getRoot().lookup(".layer-switches");
        Bounds at = FxToolkit.on(() -> button.localToScene(button.getLayoutBounds()));
        FxToolkit.rendered();
        WritableImage free = FxToolkit.on(() -> stage.snapshot(null, null));
        assertThat(plate(free, 0, 0, free.getWidth(), free.getHeight())).isPositive();
        FxToolkit.run(() -> stage.viewport().pan(0, -160));
        for (int step = 0; step < 16; step++) {
            double dx = step % 4 == 0 ? -20 : 0;
            double dy = step % 4 * 6 - 9;
            FxToolkit.run(() -> stage.viewport().pan(dx, dy));
            FxToolkit.rendered();
            WritableImage image = FxToolkit.on(() -> stage.snapshot(null, null));
            assertThat(plate(image, at.getMinX(), at.getMinY(), at.getMaxX(), at.getMaxY()))
                    .as("step " + step)
                    .isZero();
        }
    }

    /// How many pixels of the label's plate are there.
    private static int plate(
            WritableImage image, double left, double top, double right, double bottom) {
        int dark = 0;
        for (int y = (int) top; y < (int) bottom; y++) {
            for (int x = (int) left; x < (int) right; x++) {
                Color seen = image.getPixelReader().getColor(x, y);
                if (seen.getBrightness() < 0.3 && seen.getOpacity() > 0.5) dark++;
            }
        }
        return dark;
    }

    private void fire(EventType<MouseEvent> type, double x, double y, boolean shift) {
        Pointer.fire(stage, type, x, y, shift);
    }

    private void click(double x, double y) {
        FxToolkit.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, x, y, false);
            fire(MouseEvent.MOUSE_RELEASED, x, y, false);
            fire(MouseEvent.MOUSE_CLICKED, x, y, false);
        });
    }

    private void stroke(double fromX, double fromY, double toX, double toY) {
        stroke(fromX, fromY, toX, toY, true);
    }

    private void stroke(double fromX, double fromY, double toX, double toY, boolean shift) {
        FxToolkit.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, fromX, fromY, shift);
            fire(MouseEvent.MOUSE_DRAGGED, toX, toY, shift);
            fire(MouseEvent.MOUSE_RELEASED, toX, toY, shift);
        });
    }

    private void mirrored() {
        FxToolkit.run(() -> stage.mirrorableProperty().set(true));
    }

    @Test
    void aClickChoosesThePersonWhoIsSeenThere() {
        click(250, 140);
        assertThat(selection.personProperty().get()).isEqualTo(2);
        mirrored();
        click(250, 140);
        assertThat(selection.personProperty().get()).isEqualTo(1);
    }

    @Test
    void aJointIsHitWhereItIsSeenAndKeepsItsName() {
        click(65.25, 75.25);
        assertThat(selection.jointProperty().get()).isZero();
        mirrored();
        click(160, 20);
        assertThat(selection.jointProperty().get()).isEqualTo(Selection.NONE);
        click(320 - 65.25, 75.25);
        assertThat(selection.jointProperty().get()).isZero();
    }

    @Test
    void aBoxIsDrawnInImagePixels() {
        stroke(20, 30, 80, 130);
        mirrored();
        stroke(300, 30, 240, 130);
        stroke(240, 130, 300, 30);
        assertThat(drawn)
                .hasSize(3)
                .allSatisfy(box -> {
                    assertThat(box.x()).isCloseTo(40, within(1e-9));
                    assertThat(box.y()).isCloseTo(60, within(1e-9));
                    assertThat(box.width()).isCloseTo(120, within(1e-9));
                    assertThat(box.height()).isCloseTo(200, within(1e-9));
                });
    }

    @Test
    void aStrokePansUntilAToolIsChosenAndAfterItIsPutDown() {
        stroke(20, 30, 80, 130, false);
        assertThat(drawn).isEmpty();
        double moved = FxToolkit.on(() -> stage.viewport().toStage().x(0, 0));
        assertThat(moved).isCloseTo(60, within(1e-9));
        FxToolkit.run(() -> tools.choose(box));
        stroke(20, 30, 80, 130, false);
        assertThat(drawn).hasSize(1);
        assertThat(FxToolkit.on(() -> stage.viewport().toStage().x(0, 0))).isEqualTo(moved);
        FxToolkit.run(() -> assertThat(tools.putDown()).isTrue());
        stroke(20, 30, 80, 130, false);
        assertThat(drawn).hasSize(1);
        FxToolkit.run(() -> assertThat(tools.putDown()).isFalse());
    }

    /// Strokes in image pixels, at the brush's size of that image.
    @Test
    void aBrushPaintsWhereItIsSeenAndOnlyOnAnImage() {
        List<String> strokes = new ArrayList<>();
        CoverTool brush = brush(strokes);
        FxToolkit.run(() -> tools.choose(brush));
        stroke(20, 30, 80, 130, false);
        assertThat(strokes).containsExactly("begin 39.5 59.5 48.0", "to 159.5 259.5");
        FxToolkit.run(() -> {
            fire(MouseEvent.MOUSE_MOVED, 100, 50, false);
            Circle outline = (Circle) brush.marks();
            assertThat(outline.isVisible()).isTrue();
            assertThat(outline.getRadius()).isEqualTo(24);
            assertThat(outline.getCenterX()).isEqualTo(100);
            fire(MouseEvent.MOUSE_EXITED, 0, 0, false);
            assertThat(outline.isVisible()).isFalse();
            fire(MouseEvent.MOUSE_MOVED, 100, 50, false);
            tools.putDown();
            assertThat(outline.isVisible()).as("put down").isFalse();
            tools.choose(brush);
            stage.clear();
        });
        strokes.clear();
        stroke(20, 30, 80, 130, false);
        assertThat(strokes).isEmpty();
    }

    /// Which a person leans on; and after another window took the release.
    @Test
    void aSecondButtonLeavesTheStrokeAlone() {
        FxToolkit.run(() -> {
            Pointer.Place on = new Pointer.Place(50, 60);
            tools.choose(box);
            fire(MouseEvent.MOUSE_PRESSED, 20, 30, false);
            Pointer.fire(stage, MouseEvent.MOUSE_PRESSED, on, MouseButton.SECONDARY, false);
            Pointer.fire(stage, MouseEvent.MOUSE_RELEASED, on, MouseButton.SECONDARY, false);
            assertThat(drawn).isEmpty();
            fire(MouseEvent.MOUSE_DRAGGED, 80, 130, false);
            fire(MouseEvent.MOUSE_RELEASED, 80, 130, false);
            assertThat(drawn).hasSize(1);
            assertThat(drawn.getFirst().width()).isCloseTo(120, within(1e-9));
            fire(MouseEvent.MOUSE_PRESSED, 20, 30, false);
            fire(MouseEvent.MOUSE_DRAGGED, 80, 130, false);
            // The release was lost: the box is what was drawn, not what is pressed next.
            fire(MouseEvent.MOUSE_PRESSED, 150, 60, false);
            assertThat(drawn).hasSize(2);
            assertThat(drawn.getLast()).isEqualTo(drawn.getFirst());
        });
    }

    @Test
    void aTipThatIsLargerThanTheStageBeginsAtItsCorner() {
        FxToolkit.run(() -> {
            stage.resize(70, 40);
            Keypoint joint =
                    new Keypoint(130, 150, 1)
                            .moved(AffineTransform2D.TO_CANVAS.then(stage.viewport().toStage()));
            fire(MouseEvent.MOUSE_MOVED, joint.x(), joint.y(), false);
            Node tip = stage.getScene().getRoot().lookup(".joint-tip");
            assertThat(tip.isVisible()).isTrue();
            assertThat(tip.getLayoutBounds().getWidth()).isGreaterThan(70);
            assertThat(tip.getBoundsInParent().getMinX()).isCloseTo(0, within(1e-9));
            assertThat(tip.getBoundsInParent().getMinY()).isCloseTo(0, within(1e-9));
        });
    }

    private CoverTool brush(List<String> strokes) {
        return new CoverTool(
                stage,
                new CoverTool.Canvas() {
                    @Override
                    public double size() {
                        return 0.1;
                    }

                    @Override
                    public void begin(double x, double y, double radius) {
                        strokes.add("begin " + x + " " + y + " " + radius);
                    }

                    @Override
                    public void to(double x, double y) {
                        strokes.add("to " + x + " " + y);
                    }
                });
    }

    /// Its name, its score and where it lies: in the image, the crop and the heatmap.
    @Test
    void theJointUnderThePointerIsDescribed() {
        FxToolkit.run(() -> {
            Node tip = stage.getScene().getRoot().lookup(".joint-tip");
            fire(MouseEvent.MOUSE_MOVED, 65.25, 75.25, false);
            assertThat(tip.isVisible()).isTrue();
            String words = words(tip);
            assertThat(words).contains("0.900", "130.00,  150.00  image");
            fire(MouseEvent.MOUSE_MOVED, 200, 20, false);
            assertThat(tip.isVisible()).isFalse();
            fire(MouseEvent.MOUSE_MOVED, 65.25, 75.25, false);
            fire(MouseEvent.MOUSE_EXITED, 0, 0, false);
            assertThat(tip.isVisible()).isFalse();
            joints.switchOn(0, false);
            fire(MouseEvent.MOUSE_MOVED, 65.25, 75.25, false);
            assertThat(tip.isVisible()).as("one that is not shown").isFalse();
        });
    }

    private static String words(Node tip) {
        return ((Parent) tip)
                .lookupAll(".label").stream()
                        .map(each -> ((Label) each).getText())
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void aSlipOfTheHandDrawsNoBox() {
        stroke(20, 30, 31, 130);
        assertThat(drawn).isEmpty();
    }

    @Test
    void theAngleToolShowsAnglesWhileItIsActive() {
        FxToolkit.run(() -> {
            AngleTool angle = new AngleTool(layers, stage.selection(), coco);
            StageTools some = new StageTools(new SelectTool(), box, angle);
            some.choose(angle);
            assertThat(layers.shows(StageLayer.ANGLES)).isTrue();
            some.putDown();
            assertThat(layers.shows(StageLayer.ANGLES)).isFalse();
            layers.toggle(StageLayer.ANGLES);
            some.choose(angle);
            some.choose(box);
            assertThat(layers.shows(StageLayer.ANGLES)).isTrue();
        });
    }

    /// Between any three joints, at the second; the fourth begins anew, and none puts it away.
    @Test
    void threeJointsClickedInTurnMakeAnAngle() {
        FxToolkit.run(() -> {
            var joint = stage.selection().jointProperty();
            AngleTool angle = new AngleTool(layers, stage.selection(), coco);
            StageTools some = new StageTools(new SelectTool(), box, angle);
            joint.set(2);
            some.choose(angle);
            for (int each : new int[] {7, 0, 12}) {
                assertThat(layers.angleProperty().get()).isNull();
                joint.set(each);
            }
            assertThat(layers.angleProperty().get()).isEqualTo(angle(7, 0, 12));
            joint.set(3);
            assertThat(layers.angleProperty().get()).isNull();
            joint.set(4);
            joint.set(3);
            joint.set(5);
            assertThat(layers.angleProperty().get()).as("twice the same").isNull();
            joint.set(6);
            assertThat(layers.angleProperty().get()).isEqualTo(angle(3, 5, 6));
            some.putDown();
            joint.set(1);
            assertThat(layers.angleProperty().get()).isEqualTo(angle(3, 5, 6));
            some.choose(angle);
            joint.set(15);
            joint.set(16);
            coco.set(Skeleton.numbered(5));
            joint.set(4);
            assertThat(layers.angleProperty().get()).as("of two networks").isNull();
        });
    }

    /// A network with other joints clears the selected one; the angle waits for the network that has its joints.
    @Test
    void aChosenAngleIsKeptWhileAnotherNetworkIsUsed() {
        FxToolkit.run(() -> {
            JointsViewModel body = new JointsViewModel(stage.selection());
            body.show(coco.get(), List.of());
            AngleTool angle = new AngleTool(layers, stage.selection(), body.skeletonProperty());
            new StageTools(new SelectTool(), box, angle).choose(angle);
            for (int each : new int[] {7, 0, 12}) stage.selection().jointProperty().set(each);
            body.show(Skeleton.numbered(5), List.of());
            assertThat(layers.angleProperty().get()).isEqualTo(angle(7, 0, 12));
            stage.selection().jointProperty().set(2);
            stage.selection().jointProperty().set(Selection.NONE);
            assertThat(layers.angleProperty().get()).as("put away").isNull();
        });
    }

    @Test
    void onlyACameraIsMirroredAndOnlyOnWish() {
        FxToolkit.run(() -> {
            assertThat(stage.viewport().toStage().a()).isPositive();
            stage.mirrorableProperty().set(true);
            assertThat(stage.viewport().toStage().a()).isNegative();
            layers.mirrorProperty().set(false);
            assertThat(stage.viewport().toStage().a()).isPositive();
        });
    }

    /// With a timeline and a tall map, a stage is a few hundred pixels high.
    @Test
    void theSwitchesStayOnALowStage() {
        for (int height : new int[] {700, 430, 356, 211}) {
            FxToolkit.run(() -> window.setHeight(height));
            FxToolkit.rendered();
            FxToolkit.run(() -> {
                Parent root = window.getScene().getRoot();
                root.applyCss();
                root.layout();
                Parent switches = (Parent) root.lookup(".layer-switches");
                assertThat(switches.getChildrenUnmodifiable()).hasSizeGreaterThan(12);
                for (Node each : switches.getChildrenUnmodifiable()) {
                    Bounds at = each.localToScene(each.getLayoutBounds());
                    String what = each + " on a stage of " + height;
                    assertThat(at.getMinY()).as(what).isGreaterThanOrEqualTo(0);
                    assertThat(at.getMaxY()).as(what).isLessThanOrEqualTo(height);
                }
            });
        }
    }
}
