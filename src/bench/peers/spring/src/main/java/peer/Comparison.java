package peer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;

@Entity
class Comparison {
    @Id
    Integer id;

    String slug;
    String title;
    String question;
    String summary;
    List<String> tags;
    int revision;
    Instant publishedAt;

    @OneToMany(mappedBy = "comparison")
    @OrderBy("id")
    List<Option> options;

    @OneToMany(mappedBy = "comparison")
    @OrderBy("id")
    List<Topic> topics;

    @OneToMany(mappedBy = "comparison")
    @OrderBy("id")
    List<Factor> factors;

    @OneToMany(mappedBy = "comparison")
    @OrderBy("id")
    List<UseCase> useCases;

    @OneToMany(mappedBy = "comparison")
    @OrderBy("id")
    List<Faq> faqs;
}

@Entity
class Option {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Comparison comparison;

    String slug;
    String technology;
    String name;
    String tagline;
    String summary;
    List<String> bestFor;
    String verdict;
}

@Entity
class Topic {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Comparison comparison;

    String slug;
    String name;
    String summary;
}

@Entity
class Factor {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Comparison comparison;

    @ManyToOne(fetch = FetchType.LAZY)
    Topic topic;

    String slug;
    String name;
    String question;
    String kind;
    double weight;

    @ColumnTransformer(read = "scale::text")
    String scale;

    @ElementCollection
    @CollectionTable(name = "assessment", joinColumns = @JoinColumn(name = "factor_id"))
    List<Assessment> assessments;
}

@Embeddable
class Assessment {
    @ManyToOne(fetch = FetchType.LAZY)
    Option option;

    String verdict;
    Double score;
    String confidence;
    String rationale;
}

@Entity
class UseCase {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Comparison comparison;

    String slug;
    String name;
    String description;
    List<String> examples;

    @ElementCollection
    @CollectionTable(name = "fit", joinColumns = @JoinColumn(name = "use_case_id"))
    List<Fit> fits;

    @ElementCollection
    @CollectionTable(name = "use_case_weight", joinColumns = @JoinColumn(name = "use_case_id"))
    @MapKeyJoinColumn(name = "factor_id")
    @Column(name = "weight")
    Map<Factor, Double> weights;
}

@Embeddable
class Fit {
    @ManyToOne(fetch = FetchType.LAZY)
    Option option;

    String fit;
    String rationale;
}

@Entity
class Faq {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Comparison comparison;

    String slug;
    String question;
    String answer;
    List<String> options;
    List<String> factors;
    List<String> useCases;
}
