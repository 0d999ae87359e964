package org.hrscope.ui.opening;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoScenes;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Motion;
import org.hrscope.ui.common.Shell;
import org.jspecify.annotations.Nullable;

/// The gallery of samples: scenes of the demo figure and images of a few figures. Each is rendered when the gallery
/// first opens. FX thread.
public final class SamplesView {
    private static final int COLUMNS = 3;
    private static final double WIDTH = 148;
    private static final int PIXELS = 2;

    private static final List<DemoScene> SCENES =
            Arrays.stream(DemoScene.values()).filter(scene -> scene != DemoScene.ALL).toList();

    private final Shell shell;
    private final Consumer<SourceSpec> open;
    private @Nullable PopOver popOver;

    /// @param open opens the chosen one
    public SamplesView(Shell shell, Consumer<SourceSpec> open) {
        this.shell = shell;
        this.open = open;
    }

    /// Shows the gallery below `at`; a choice or Escape closes it.
    public void show(Node at) {
        PopOver shown = popOver;
        if (shown == null) {
            shown = new PopOver(content());
            shown.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
            shown.setDetachable(false);
            Motion.calm(shown);
            shell.theme().style(shown);
            popOver = shown;
        }
        shown.show(at);
    }

    private VBox content() {
        TilePane tiles = new TilePane(8, 8);
        tiles.setPrefColumns(COLUMNS);
        for (DemoScene scene : SCENES) tiles.getChildren().add(tile(scene));
        VBox content = new VBox(new Caption(shell.texts(), "sample.title", "panel-title"), tiles);
        content.getStyleClass().add("samples");
        return content;
    }

    private Button tile(DemoScene scene) {
        ImageView picture = new ImageView();
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(WIDTH * 9 / 16);
        picture.setViewport(new Rectangle2D(0, 0, PIXELS * WIDTH, PIXELS * WIDTH * 9 / 16));
        Button tile = new Button();
        tile.setGraphic(picture);
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.textProperty().bind(shell.texts().of("sample." + scene.id()));
        tile.getStyleClass().add("sample");
        tile.setOnAction(event -> {
            if (popOver != null) popOver.hide();
            open.accept(new SourceSpec.Demo(scene));
        });
        shell.jobs().run(() -> picture(scene), picture::setImage, shell.notices()::problem);
        return tile;
    }

    /// Not on the FX thread.
    private static Image picture(DemoScene scene) {
        int width = (int) (PIXELS * WIDTH);
        int height = width * 9 / 16;
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getByteBgraPreInstance(),
                        DemoScenes.picture(scene, width, height),
                        width * 4);
        return image;
    }
}
