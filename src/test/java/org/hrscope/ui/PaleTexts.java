package org.hrscope.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Texts that hardly differ from what is behind them, with the opacity of all they stand in: contrast as WCAG 2.2
/// defines it. Only the backgrounds of a text's ancestors count. FX thread, after CSS.
public final class PaleTexts {
    /// WCAG AA for text of any size.
    public static final double LEAST = 4.5;

    /// WCAG AA for icons. Of what is disabled it asks nothing, but that is to be read, too.
    private static final double LEAST_EASY = 3;

    /// Premultiplied.
    private record Light(double red, double green, double blue, double alpha) {
        static final Light NONE = new Light(0, 0, 0, 0);

        static Light of(Paint paint) {
            if (paint instanceof LinearGradient shaded)
                return of(shaded.getStops().getLast().getColor());
            if (!(paint instanceof Color c)) return NONE;
            double alpha = c.getOpacity();
            return new Light(
                    alpha * c.getRed(), alpha * c.getGreen(), alpha * c.getBlue(), alpha);
        }

        Light over(Light below) {
            double share = 1 - alpha;
            return new Light(
                    red + share * below.red,
                    green + share * below.green,
                    blue + share * below.blue,
                    alpha + share * below.alpha);
        }

        Light faded(double opacity) {
            return new Light(opacity * red, opacity * green, opacity * blue, opacity * alpha);
        }

        Color colour() {
            return Color.color(Math.min(1, red), Math.min(1, green), Math.min(1, blue));
        }
    }

    private PaleTexts() {}

    public static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        walk(root, found);
        return found;
    }

    private static void walk(Node node, List<String> found) {
        if (!node.isVisible() || node.getOpacity() == 0) return;
        if (node instanceof Text text && !text.getText().isBlank()) judge(text, found);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
        }
    }

    private static void judge(Text text, List<String> found) {
        Light with = Light.of(text.getFill()).faded(text.getOpacity());
        Light without = Light.NONE;
        for (Node n = text.getParent(); n != null; n = n.getParent()) {
            Light back = backOf(n);
            with = with.over(back).faded(n.getOpacity());
            without = without.over(back).faded(n.getOpacity());
        }
        // On a shape or an image that is no ancestor.
        if (without.alpha < 0.99) return;
        double contrast = contrast(with.colour(), without.colour());
        boolean less = text.isDisabled() || text instanceof FontIcon;
        if (contrast >= (less ? LEAST_EASY : LEAST)) return;
        String kinds = text.getParent().getTypeSelector() + text.getParent().getStyleClass();
        found.add("pale, %.1f: \"%s\" in %s".formatted(contrast, text.getText(), kinds));
    }

    private static Light backOf(Node node) {
        Light back = Light.NONE;
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                back = Light.of(fill.getFill()).over(back);
            }
        }
        return back;
    }

    /// Black on white is 21, a colour on itself 1.
    public static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color of) {
        return 0.2126 * linear(of.getRed())
                + 0.7152 * linear(of.getGreen())
                + 0.0722 * linear(of.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
