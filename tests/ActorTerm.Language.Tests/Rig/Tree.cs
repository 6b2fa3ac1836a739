using System.Globalization;

namespace ActorTerm.Language.Tests.Rig;

/// <summary>A tree spelled out so that two trees are equal when their spellings are; places in the text do not count.</summary>
internal static class Tree
{
    public static string Spell(Node node) => node switch
    {
        Literal literal => literal.Operand.TryNumber(out var number) && literal.Operand.IsComputed
            ? string.Create(CultureInfo.InvariantCulture, $"{literal.Value}{(double.IsFinite(number) ? double.IsNegative(number) && number == 0 ? "-" : "" : "!")}")
            : literal.Value.ToString(),
        Reference reference => $"(ref {reference.Path})",
        Element element => $"(at{(element.IsOptional ? "?" : "")} {Spell(element.Array)} {Spell(element.Index)})",
        ArrayLiteral array => $"(array{Spell(array.Items)})",
        Interpolation text => $"({(text.IsStrict ? "strict" : "text")}{string.Concat(text.Parts.Select(p => " " + (p.Expression is { } e ? Spell(e) : Value.Of(p.Text))))})",
        Unary unary => $"({(unary.IsNegation ? "neg" : "not")} {Spell(unary.Operand)})",
        Chain chain => $"({string.Join(",", chain.Operators.Select(o => o.Symbol()))}{Spell(chain.Operands)})",
        Conditional conditional => $"(if{Spell(conditional.Children)})",
        CallNode call => $"(call {call.FullName}{string.Concat(call.Arguments.Select(a => $" {a.Name}={(a.Target is { } t ? "&" + t : Spell(a.Expression!))}"))})",
        _ => throw new ArgumentException(node.GetType().Name),
    };

    private static string Spell(IEnumerable<Node> nodes) => string.Concat(nodes.Select(n => " " + Spell(n)));
}
