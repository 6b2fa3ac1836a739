using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ActorTerm.Language;

public sealed partial class Evaluation
{
    private EvaluationError? Arguments(CallNode call, out ImmutableArray<Value> arguments)
    {
        arguments = call.Constants;
        if (!arguments.IsDefault) return null;

        arguments = [];
        var values = new Value[call.Arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            switch (call.Arguments[i].Expression)
            {
                case Literal literal:
                    values[i] = literal.Value;
                    break;
                case CallNode inner:
                    values[i] = State(inner.Task).Result;
                    break;
                case null:
                    values[i] = Value.Of(call.Arguments[i].Target!.Name);
                    break;
                case var expression:
                    if (Evaluate(expression, out var operand) is { } error) return error;
                    values[i] = operand.ToValue();
                    break;
            }
        }
        arguments = ImmutableCollectionsMarshal.AsImmutableArray(values);
        return null;
    }

    /// <summary>The value of a tree all of whose calls have returned. Recursion is bounded by the parser's limit on depth.</summary>
    private EvaluationError? Evaluate(Node node, out Operand result)
    {
        switch (node)
        {
            case Literal literal:
                result = literal.Operand;
                return null;
            case Reference reference:
                return Variable(reference, reference.Path.IsOptional, out result);
            case CallNode call:
                result = new Operand(State(call.Task).Result);
                return null;
            case Interpolation interpolation:
                return Text(interpolation, out result);
            case Chain chain:
                return Reduce(chain, out result);
            case Conditional conditional:
                var isThen = false;
                if (conditional.Task != None) isThen = State(conditional.Task).IsThen;
                else if (Condition(conditional, out isThen) is { } undecided) return Nothing(undecided, out result);
                return Evaluate(isThen ? conditional.Then : conditional.Otherwise, out result);
            case Unary unary:
                if (Evaluate(unary.Operand, out var operand) is { } error) return Nothing(error, out result);
                return Operators.TryApply(unary.IsNegation, operand, out result) ? null : EvaluationError.OperandType(
                    $"{(unary.IsNegation ? "-" : "!")} takes a number, not {Operators.Name(operand.Kind)}", unary.Offset);
            case Element element:
                return Item(element, out result);
            default:
                return Items((ArrayLiteral)node, out result);
        }
    }

    private EvaluationError? Variable(Reference reference, bool isOptional, out Operand result)
    {
        var (lookup, value) = _variables![reference.Variable];
        result = new Operand(value);
        return lookup switch
        {
            Lookup.Value => null,
            Lookup.Context => EvaluationError.NoValue(reference.Path, "holds other variables and is no value itself", reference.Offset),
            _ => isOptional ? null : EvaluationError.Undefined(reference.Path, reference.Offset),
        };
    }

    private EvaluationError? Reduce(Chain chain, out Operand result)
    {
        if (Evaluate(chain.Operands[0], out result) is { } first) return first;
        for (var i = 0; i < chain.Operators.Length; i++)
        {
            if (Evaluate(chain.Operands[i + 1], out var right) is { } error) return error;
            var left = result;
            var op = chain.Operators[i];
            if (Operators.TryApply(op, left, right, out result)) continue;
            return EvaluationError.OperandType(
                $"{op.Symbol()} cannot take {Operators.Name(left.Kind)} and {Operators.Name(right.Kind)}", chain.Operands[i + 1].Offset);
        }
        return null;
    }

    private EvaluationError? Condition(Conditional conditional, out bool isThen)
    {
        isThen = false;
        if (Evaluate(conditional.Condition, out var condition) is { } error) return error;
        return Operators.TryDecide(condition, out isThen) ? null : EvaluationError.OperandType(
            $"a condition is a number, not {Operators.Name(condition.Kind)}", conditional.Offset);
    }

    private EvaluationError? Items(ArrayLiteral array, out Operand result)
    {
        result = default;
        var json = new ArrayBufferWriter<byte>();
        json.Write("["u8);
        foreach (var item in array.Items)
        {
            if (Evaluate(item, out var operand) is { } error) return error;
            var value = operand.ToValue().Text;
            if ((long)json.WrittenCount + value.Length > _plan.MaxValueLength) return EvaluationError.ValueTooLong(_plan.MaxValueLength, array.Offset);
            if (json.WrittenCount > 1) json.Write(","u8);
            json.Write(value);
        }
        json.Write("]"u8);
        result = new Operand(new Value(json.WrittenSpan.ToArray()));
        return null;
    }

    /// <summary>The array that an element is of; null when it is unset and may be.</summary>
    private EvaluationError? Array(Element element, out Value array)
    {
        array = default;
        if (Variable(element.Array, element.IsOptional, out var operand) is { } error) return error;
        array = operand.ToValue();
        return array.IsNull || array.Kind == JsonValueKind.Array ? null : EvaluationError.BadReference(
            $"variable \"{element.Array.Path.Name}\" is {Operators.Name(array.Kind)}, not an array", element.Offset);
    }

    private EvaluationError? Item(Element element, out Operand result)
    {
        result = default;
        var name = element.Array.Path.Name;
        if (Array(element, out var array) is { } noArray) return noArray;
        if (Evaluate(element.Index, out var operand) is { } error)
        {
            return error.Code == ErrorCode.Undefined ? EvaluationError.BadReference($"index of \"{name}\": {error.Message}", element.Index.Offset) : error;
        }
        if (!operand.TryNumber(out var number))
        {
            return EvaluationError.BadReference($"index of \"{name}\" is {Operators.Name(operand.Kind)}, not a number", element.Index.Offset);
        }
        if (array.IsNull) return null;
        if (!ArrayText.TryItem(array, Math.Truncate(number), out var item))
        {
            return EvaluationError.BadReference($"index {Display.Of(number)} is out of range of \"{name}\"", element.Index.Offset);
        }
        result = new Operand(item);
        return !item.IsNull || element.IsOptional ? null : EvaluationError.NoValue(
            element.Array.Path, $"has null at {Display.Of(Math.Truncate(number))}. Write a question mark after the bracket if it may", element.Offset);
    }

    private static EvaluationError Nothing(EvaluationError error, out Operand result)
    {
        result = default;
        return error;
    }
}
