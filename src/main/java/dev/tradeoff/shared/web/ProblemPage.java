package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.ProblemDocument;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Says to people who follow a link why there is no page. */
public interface ProblemPage {

    /** @return HTML */
    String of(ProblemDocument problem, HttpServerRequest request);

    /** What browsers are told to keep to on it. */
    void headers(MultiMap headers);
}
