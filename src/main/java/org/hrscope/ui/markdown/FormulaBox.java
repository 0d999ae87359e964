package org.hrscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.markdown.Formula.Fenced;
import org.hrscope.ui.markdown.Formula.Fraction;
import org.hrscope.ui.markdown.Formula.Operator;
import org.hrscope.ui.markdown.Formula.Row;
import org.hrscope.ui.markdown.Formula.Script;
import org.hrscope.ui.markdown.Formula.Symbol;

/// A laid-out piece of a formula; its origin is the left end of its baseline. Pixels. FX thread.
///
/// @param ascent  above the baseline
/// @param descent below it
record FormulaBox(Group group, double width, double ascent, double descent) {
    private static final double ASCENT = 0.78;
    private static final double DESCENT = 0.24;
    private static final double SMALL = 0.72;

    /// Height of the minus sign, where fraction bars sit.
    private static final double AXIS = 0.29;

    /// @param size font size
    static FormulaBox of(Formula formula, double size) {
        return switch (formula) {
            case Symbol(String text, boolean italic) -> letters(text, italic, size);
            case Operator(String text) -> spaced(letters(text, false, size), 0.26 * size);
            case Row(List<Formula> parts) -> row(parts, size);
            case Script script -> script(script, size);
            case Fraction(Formula above, Formula below) -> fraction(above, below, size);
            case Fenced(char open, Formula inner) -> {
                FormulaBox box = of(inner, size);
                boolean glyphs = open == '(' && box.ascent + box.descent < 1.3 * size;
                yield glyphs ? parenthesis(box, size) : fenced(open, box, size);
            }
        };
    }

    private static FormulaBox letters(String content, boolean italic, double size) {
        Text text = Styled.as(new Text(content), "formula-ink");
        FontPosture posture = italic ? FontPosture.ITALIC : FontPosture.REGULAR;
        text.setFont(Font.font("Serif", posture, content.equals("Σ") ? 1.35 * size : size));
        double slant = italic ? 0.06 * size : 0;
        double width = text.getLayoutBounds().getWidth() + slant;
        return new FormulaBox(new Group(text), width, ASCENT * size, DESCENT * size);
    }

    private static FormulaBox spaced(FormulaBox box, double space) {
        box.group.getChildren().forEach(node -> node.setLayoutX(node.getLayoutX() + space));
        return new FormulaBox(box.group, box.width + 2 * space, box.ascent, box.descent);
    }

    private static FormulaBox row(List<Formula> parts, double size) {
        Group group = new Group();
        double x = 0;
        double ascent = ASCENT * size;
        double descent = DESCENT * size;
        for (Formula part : parts) {
            FormulaBox box = of(part, size);
            put(group, box, x, 0);
            x += box.width;
            ascent = Math.max(ascent, box.ascent);
            descent = Math.max(descent, box.descent);
        }
        return new FormulaBox(group, x, ascent, descent);
    }

    private static void put(Group group, FormulaBox box, double x, double y) {
        box.group.setLayoutX(x);
        box.group.setLayoutY(y);
        group.getChildren().add(box.group);
    }

    private static FormulaBox script(Script script, double size) {
        FormulaBox base = of(script.base(), size);
        Group group = new Group();
        put(group, base, 0, 0);
        double width = 0;
        double ascent = base.ascent;
        double descent = base.descent;
        if (script.below() != null) {
            FormulaBox box = of(script.below(), SMALL * size);
            double y = 0.22 * size + Math.max(0, base.descent - DESCENT * size);
            put(group, box, base.width, y);
            width = box.width;
            descent = Math.max(descent, y + box.descent);
        }
        if (script.above() != null) {
            FormulaBox box = of(script.above(), SMALL * size);
            double y = -0.38 * size - Math.max(0, base.ascent - ASCENT * size);
            put(group, box, base.width, y);
            width = Math.max(width, box.width);
            ascent = Math.max(ascent, box.ascent - y);
        }
        return new FormulaBox(group, base.width + width + 0.05 * size, ascent, descent);
    }

    private static FormulaBox fraction(Formula above, Formula below, double size) {
        FormulaBox top = of(above, 0.92 * size);
        FormulaBox bottom = of(below, 0.92 * size);
        double edge = 0.18 * size;
        double gap = 0.14 * size;
        double width = Math.max(top.width, bottom.width) + 2 * edge;
        double axis = -AXIS * size;
        Group group = new Group();
        put(group, top, (width - top.width) / 2, axis - gap - top.descent);
        put(group, bottom, (width - bottom.width) / 2, axis + gap + bottom.ascent);
        group.getChildren()
                .add(stroke(size, new MoveTo(edge / 2, axis), new LineTo(width - edge / 2, axis)));
        double ascent = -axis + gap + top.descent + top.ascent;
        return new FormulaBox(group, width, ascent, axis + gap + bottom.ascent + bottom.descent);
    }

    private static FormulaBox parenthesis(FormulaBox inner, double size) {
        FormulaBox open = letters("(", false, size);
        Group group = new Group();
        put(group, open, 0, 0);
        put(group, inner, open.width, 0);
        put(group, letters(")", false, size), open.width + inner.width, 0);
        return new FormulaBox(group, 2 * open.width + inner.width, inner.ascent, inner.descent);
    }

    private static FormulaBox fenced(char open, FormulaBox inner, double size) {
        double wide = 0.36 * size;
        double top = -inner.ascent;
        double bottom = inner.descent;
        double height = bottom - top;
        boolean root = open == '√';
        Group group = new Group();
        put(group, inner, root ? 1.6 * wide : wide, 0);
        double right = inner.width + 2 * wide;
        List<PathElement> path = new ArrayList<>();
        if (root) {
            right = inner.width + 1.8 * wide;
            path.add(new MoveTo(0.2 * wide, bottom - 0.45 * height));
            path.add(new LineTo(0.5 * wide, bottom - 0.5 * height));
            path.add(new LineTo(wide, bottom));
            path.add(new LineTo(1.4 * wide, top));
            path.add(new LineTo(right, top));
        } else if (open == '⌊') {
            corner(path, 0.3 * wide, 0.9 * wide, top, bottom);
            corner(path, right - 0.3 * wide, right - 0.9 * wide, top, bottom);
        } else {
            curve(path, 0.8 * wide, 0.1 * wide, top, bottom);
            curve(path, right - 0.8 * wide, right - 0.1 * wide, top, bottom);
        }
        group.getChildren().add(stroke(size, path.toArray(PathElement[]::new)));
        double over = root ? 0.12 * size : 0;
        return new FormulaBox(group, right, inner.ascent + over, inner.descent);
    }

    private static void corner(
            List<PathElement> path, double x, double foot, double top, double bottom) {
        path.add(new MoveTo(x, top));
        path.add(new LineTo(x, bottom));
        path.add(new LineTo(foot, bottom));
    }

    private static void curve(
            List<PathElement> path, double x, double out, double top, double bottom) {
        path.add(new MoveTo(x, top));
        path.add(new QuadCurveTo(2 * out - x, (top + bottom) / 2, x, bottom));
    }

    private static Node stroke(double size, PathElement... elements) {
        Path path = Styled.as(new Path(elements), "formula-stroke");
        path.setStrokeWidth(0.075 * size);
        return path;
    }
}
