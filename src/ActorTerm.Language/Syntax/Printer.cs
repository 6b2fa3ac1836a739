using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>Writes a tree as text that parses to an equal tree: arguments in ordinal order, spaces around operators, parentheses only where needed.</summary>
internal sealed class Printer
{
    private readonly StringBuilder _text = new();

    public static string Print(Node node)
    {
        var printer = new Printer();
        printer.Expression(node);
        return printer._text.ToString();
    }

    public static string PrintUnquoted(Interpolation interpolation)
    {
        var printer = new Printer();
        printer.Parts(interpolation, isQuoted: false);
        return printer._text.ToString();
    }

    private void Expression(Node node)
    {
        switch (node)
        {
            case Literal literal:
                Literal(literal);
                break;
            case Reference reference:
                _text.Append(reference.Path);
                break;
            case Element element:
                _text.Append(element.Array.Path).Append('[');
                Expression(element.Index);
                _text.Append(element.IsOptional ? "]?" : "]");
                break;
            case ArrayLiteral array:
                _text.Append('[');
                Separated(array.Items, Expression);
                _text.Append(']');
                break;
            case Interpolation interpolation:
                _text.Append('"');
                Parts(interpolation, isQuoted: true);
                _text.Append('"');
                break;
            case Unary unary:
                _text.Append(unary.IsNegation ? '-' : '!');
                Operand(unary.Operand, inParentheses: unary.Operand is Chain || (unary.IsNegation && BeginsWithDigit(unary.Operand)));
                break;
            case Chain chain:
                Chain(chain);
                break;
            case Conditional conditional:
                Operand(conditional.Condition, inParentheses: false);
                _text.Append(" ? ");
                Expression(conditional.Then);
                _text.Append(" : ");
                Expression(conditional.Otherwise);
                break;
            case CallNode call:
                _text.Append(call.FullName).Append('(');
                Separated(call.Arguments, Argument);
                _text.Append(')');
                break;
        }
    }

    private void Chain(Chain chain)
    {
        Operand(chain.Operands[0], IsLooserThan(chain.Operands[0], chain.Precedence));
        for (var i = 1; i < chain.Operands.Length; i++)
        {
            _text.Append(' ').Append(chain.Operators[i - 1].Symbol()).Append(' ');
            Operand(chain.Operands[i], IsLooserThan(chain.Operands[i], chain.Precedence));
        }
    }

    /// <summary>What stands beside an operator or before a question mark; the mark of an optional element and a conditional end there only in parentheses.</summary>
    private void Operand(Node node, bool inParentheses)
    {
        inParentheses |= node is Conditional or Element { IsOptional: true };
        if (inParentheses) _text.Append('(');
        Expression(node);
        if (inParentheses) _text.Append(')');
    }

    private void Argument(Argument argument)
    {
        _text.Append(argument.Name).Append(": ");
        if (argument.Target is { } target) _text.Append('&').Append(target);
        else Expression(argument.Expression!);
    }

    private void Literal(Literal literal)
    {
        if (literal.Value.TryGetString(out var text))
        {
            _text.Append('"');
            Text(text, isQuoted: true);
            _text.Append('"');
        }
        else if (literal.Operand.IsComputed && literal.Operand.TryNumber(out var number) && (!double.IsFinite(number) || double.IsNegative(number)))
        {
            // JSON has neither infinity nor a negative zero.
            _text.Append(number == 0 ? "-0.0" : double.IsFinite(number) ? literal.Value.ToString() : number > 0 ? "1e999" : "-1e999");
        }
        else
        {
            _text.Append(literal.Value);
        }
    }

    private void Parts(Interpolation interpolation, bool isQuoted)
    {
        foreach (var part in interpolation.Parts)
        {
            if (part.Expression is not { } expression)
            {
                Text(part.Text, isQuoted);
                continue;
            }
            _text.Append("\\(");
            Expression(expression);
            _text.Append(')');
        }
    }

    private void Text(string text, bool isQuoted)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '\\':
                    _text.Append("\\\\");
                    break;
                case '"' when isQuoted:
                    _text.Append("\\\"");
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case < ' ' or '\x7f':
                case var _ when char.IsSurrogate(c):
                    _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }
    }

    private void Separated<T>(ImmutableArray<T> items, Action<T> print)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) _text.Append(", ");
            print(items[i]);
        }
    }

    private static bool IsLooserThan(Node node, Precedence precedence) => node is Chain chain && chain.Precedence <= precedence;

    // A minus sign directly before digits would become part of the number.
    private static bool BeginsWithDigit(Node node) => node is Literal literal && literal.Value.Kind == JsonValueKind.Number && literal.ToString()[0] != '-';
}
