package org.hrscope.ui.markdown;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// `$...$` within a sentence.
final class FormulaInText extends CustomNode {
    private final String source;

    private FormulaInText(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /// Registers it with the parser.
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Factory::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Position start = scanner.position();
            if (scanner.find('$') <= 0) return ParsedInline.none();
            SourceLines source = scanner.getSource(start, scanner.position());
            scanner.next();
            return ParsedInline.of(new FormulaInText(source.getContent()), scanner.position());
        }
    }
}
