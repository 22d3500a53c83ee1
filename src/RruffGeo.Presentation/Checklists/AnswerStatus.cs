namespace RruffGeo.Presentation.Checklists;

/// <summary>How a question is answered.</summary>
public enum AnswerStatus
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>No.</summary>
    No,

    /// <summary>The question does not arise.</summary>
    NotApplicable,

    /// <summary>This run lacks what would answer it.</summary>
    NotInThisRun,

    /// <summary>Facts are given; the judgement is a person's.</summary>
    ForAPerson,

    /// <summary>No question: a fact.</summary>
    Fact,
}

/// <summary>The words for <see cref="AnswerStatus"/>.</summary>
public static class AnswerStatuses
{
    /// <summary>The answer as it is printed.</summary>
    public static string Words(AnswerStatus status) => status switch
    {
        AnswerStatus.Yes => "yes",
        AnswerStatus.Partly => "in part",
        AnswerStatus.No => "no",
        AnswerStatus.NotApplicable => "does not apply",
        AnswerStatus.NotInThisRun => "not in this run",
        AnswerStatus.ForAPerson => "for a person to judge",
        AnswerStatus.Fact => "stated",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such answer."),
    };
}
