package dev.tradeoff.published;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What Markdown says, without its signs; HTML in it is left out. */
public final class PlainText {

    private static final Parser MARKDOWN = Parser.builder().build();

    private PlainText() {}

    /** Its text, a line for each paragraph, item or heading. */
    public static String of(String markdown) {
        var saying = new Saying();
        MARKDOWN.parse(markdown).accept(saying);
        return saying.text.toString().strip();
    }

    private static final class Saying extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text said) {
            text.append(said.getLiteral());
        }

        @Override
        public void visit(Code said) {
            text.append(said.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            text.append(' ');
        }

        @Override
        public void visit(Paragraph paragraph) {
            line();
            visitChildren(paragraph);
            line();
        }

        @Override
        public void visit(Heading heading) {
            line();
            visitChildren(heading);
            line();
        }

        @Override
        public void visit(ListItem item) {
            line();
            visitChildren(item);
        }

        @Override
        public void visit(BlockQuote quote) {
            line();
            visitChildren(quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            line();
            text.append(code.getLiteral());
            line();
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            line();
            text.append(code.getLiteral());
            line();
        }

        private void line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
