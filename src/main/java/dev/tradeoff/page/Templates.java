package dev.tradeoff.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages there are, each with its template in {@code templates/}; {@code layout.html} is around all of them. */
@CheckedTemplate(basePath = "")
final class Templates {

    private Templates() {}

    static native TemplateInstance front(Frame frame, FrontPage page);

    static native TemplateInstance comparison(Frame frame, ComparisonPage page);

    static native TemplateInstance revisions(Frame frame, RevisionsPage page);

    static native TemplateInstance revision(Frame frame, RevisionPage page);

    static native TemplateInstance technology(Frame frame, TechnologyPage page);

    static native TemplateInstance problem(Frame frame, PeoplesProblems.Shown page);

    static native TemplateInstance recommend(Frame frame, RecommendPage page);

    /** What of the page a script puts in place of what is there. */
    static native TemplateInstance recommended(RecommendPage page);
}
