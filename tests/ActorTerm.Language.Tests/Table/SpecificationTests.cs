using System.Globalization;
using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Table;

public sealed class SpecificationTests
{
    public static TheoryData<string, char, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, char, string, string>();
            foreach (var (row, entry, text, outcome) in SpecificationTable.Rows) rows.Add(row, entry, text, outcome.Trim());
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_of_the_specification_comes_out_as_it_says(string row, char entry, string text, string outcome)
    {
        var functions = Functions.OfTheTable();

        var actual = outcome.StartsWith("sig ", StringComparison.Ordinal) ? Signature(text) : Outcome(entry, text, functions);

        Assert.True(Matches(outcome, actual), $"row {row}: {text}\nexpected {outcome}\nactual   {actual}");
        if (outcome[0] == '!' && outcome[1..4] is "syn" or "und" or "ref") Assert.Empty(functions.Called);
    }

    [Fact]
    public void Every_row_of_the_specification_is_here()
    {
        var rows = SpecificationTable.Rows.Select(r => int.Parse(r.Row.TrimEnd('+'), CultureInfo.InvariantCulture)).Distinct();

        Assert.Equal(Enumerable.Range(1, 97), rows);
    }

    [Fact]
    public void The_missing_functions_of_an_unregistered_call_are_its_signature()
    {
        var outcome = Functions.OfTheTable().Run(A.Call("add(x: 1)"), TestScope.OfTheTable());

        Assert.Equal(["add(x)"], outcome.Error!.MissingFunctions.Select(f => f.ToString()));
    }

    private static bool Matches(string expected, string actual) =>
        actual == expected || (expected[0] == '!' && actual.StartsWith(expected + " ", StringComparison.Ordinal));

    private static string Signature(string text) =>
        InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out var parsed, out var error)
            ? "sig " + (parsed.Signature?.ToString() ?? "none")
            : error.Message;

    private static string Outcome(char entry, string text, Functions functions)
    {
        var scope = TestScope.OfTheTable();
        if (!A.TryEvaluations(entry, text, out var evaluations, out var error)) return string.Create(CultureInfo.InvariantCulture, $"!syn {error.Offset}");

        var outcome = default(Outcome);
        foreach (var evaluation in evaluations)
        {
            outcome = functions.Run(evaluation, scope);
            if (!outcome.Succeeded) return Describe(outcome.Error);
        }
        return outcome.Value.ToString();
    }

    private static string Describe(EvaluationError error)
    {
        if (error.Code == ErrorCode.Undefined) return $"!undef {error.Message.Split('"')[1]}";
        if (error.Code == ErrorCode.BadReference) return "!ref";
        if (error.Code == ErrorCode.OperandType) return "!type";
        if (error.Code == ErrorCode.BuiltInArgument) return $"!bif {error.Message.Split('"')[1]}";
        return error.Code == ErrorCode.Unregistered ? $"!nofunc {error.Missing}" : $"{error.Code}: {error.Message}";
    }
}
