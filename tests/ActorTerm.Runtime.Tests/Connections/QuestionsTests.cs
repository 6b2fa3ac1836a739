using ActorTerm.Runtime.Connections;

namespace ActorTerm.Runtime.Tests.Connections;

public class QuestionsTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private readonly Questions _questions = new(TimeSpan.FromSeconds(60));
    private readonly List<object> _heard = [];

    [Fact]
    public void An_answer_goes_to_who_asked_and_only_once()
    {
        var first = _questions.Add(_heard.Add, Start);
        var second = _questions.Add(answer => _heard.Add($"second {answer}"), Start);

        _questions.Take(second)!("b");
        _questions.Take(first)!("a");

        Assert.Equal(["second b", "a"], _heard);
        Assert.Null(_questions.Take(first));
        Assert.Null(_questions.NextDue(Start));
    }

    [Fact]
    public void Questions_that_waited_too_long_are_given_up_in_their_order()
    {
        _questions.Add(_ => _heard.Add(1), Start);
        _questions.Add(_ => _heard.Add("patient"), null);
        var answered = _questions.Add(_ => _heard.Add(2), Start.AddSeconds(10));
        var last = _questions.Add(_ => _heard.Add(3), Start.AddSeconds(20));
        _questions.Take(answered);

        foreach (var take in _questions.TakeDue(Start.AddSeconds(60))) take("late");
        Assert.Equal([1], _heard);
        Assert.Equal(TimeSpan.FromSeconds(20), _questions.NextDue(Start.AddSeconds(60)));

        foreach (var take in _questions.TakeDue(Start.AddSeconds(80))) take("late");
        Assert.Equal([1, 3], _heard);
        Assert.Null(_questions.Take(last));
        Assert.Null(_questions.NextDue(Start.AddSeconds(80)));
    }

    [Fact]
    public void A_patient_question_is_never_given_up()
    {
        var tag = _questions.Add(_heard.Add, null);

        Assert.Empty(_questions.TakeDue(Start.AddYears(1)));
        Assert.Null(_questions.NextDue(Start));
        _questions.Take(tag)!("at last");

        Assert.Equal(["at last"], _heard);
    }
}
