package org.hrscope.ui.opening;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.DemoScene;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;

/// Names the source that is being opened, over what is shown until it plays. FX thread.
public final class OpeningSign extends Label {

    public OpeningSign(LiveViewModel live, Texts texts) {
        var opening = live.openingProperty();
        textProperty().bind(texts.of(() -> words(opening.get(), texts), opening));
        getStyleClass().add("opening-sign");
        setMouseTransparent(true);
        // The end of a long address tells as much as its beginning.
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    private static String words(@Nullable SourceSpec opening, Texts texts) {
        return opening == null ? "" : texts.get("source.opening", name(opening, texts));
    }

    private static String name(SourceSpec spec, Texts texts) {
        return switch (spec) {
            case SourceSpec.Video(Path file) -> last(file);
            case SourceSpec.Picture(Path file) -> last(file);
            case SourceSpec.Folder(Path folder) -> last(folder);
            case SourceSpec.Pictures(Path folder, _) -> last(folder);
            case SourceSpec.Demo(DemoScene scene) when scene == DemoScene.ALL ->
                    texts.get("source.demo");
            case SourceSpec.Demo(DemoScene scene) -> texts.get("sample." + scene.id());
            case SourceSpec.Camera _, SourceSpec.Stream _ -> Cameras.nameOf(spec);
        };
    }

    private static String last(Path file) {
        Path name = file.getFileName();
        return (name == null ? file : name).toString();
    }
}
